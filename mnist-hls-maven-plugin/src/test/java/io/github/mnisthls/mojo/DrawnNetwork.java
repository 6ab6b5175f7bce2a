/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Networks with drawn values of the usual sizes. */
final class DrawnNetwork {
    private DrawnNetwork() {}

    static Network of(Architecture architecture) {
        Random random = new Random(1);
        Map<String, Parameters> parameters = new TreeMap<>();
        List<List<Shape>> inputs = architecture.inputShapes();
        for (int i = 0; i < inputs.size(); i++) {
            Layer layer = architecture.layers().get(i);
            Map<String, FloatVector> own = new TreeMap<>();
            for (ParameterSpec spec : layer.parameters(inputs.get(i))) {
                own.put(spec.name(), values(spec, architecture.shapes().get(i + 1), random));
            }
            if (!own.isEmpty()) {
                parameters.put(layer.name(), new NamedParameters(own));
            }
        }
        return new Network(architecture, parameters);
    }

    private static FloatVector values(ParameterSpec spec, Shape output, Random random) {
        boolean isSpread = spec.name().equals(ParameterSpec.WEIGHTS);
        double scale = isSpread ? Math.sqrt((double) output.channels() / spec.size()) : 0.1;
        boolean isAroundOne =
                spec.name().equals(ParameterSpec.GAMMA) || spec.name().equals(ParameterSpec.VARIANCE);
        float[] values = new float[spec.size()];
        for (int i = 0; i < values.length; i++) {
            double drawn = Math.max(-3, Math.min(3, random.nextGaussian())) * scale;
            values[i] = (float) (isAroundOne ? 1 + drawn : drawn);
        }
        return FloatVector.of(values);
    }
}
