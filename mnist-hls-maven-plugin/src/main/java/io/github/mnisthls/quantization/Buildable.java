/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells before a training whether the hardware can compute its network. */
public final class Buildable {
    private Buildable() {}

    /**
     * Passes the network on.
     *
     * @throws InvalidSettingException if a layer is at a place where nothing could compute it
     */
    public static Architecture checked(Architecture architecture) {
        NamedLayers.of(FoldBatchNorm.fold(blank(architecture)));
        return architecture;
    }

    /** With values that any training could have given. */
    private static Network blank(Architecture architecture) {
        Map<String, Parameters> parameters = new TreeMap<>();
        List<List<Shape>> inputs = architecture.inputShapes();
        for (int i = 0; i < inputs.size(); i++) {
            Layer layer = architecture.layers().get(i);
            Map<String, FloatVector> own = new TreeMap<>();
            for (ParameterSpec spec : layer.parameters(inputs.get(i))) {
                float[] ones = new float[spec.size()];
                Arrays.fill(ones, 1);
                own.put(spec.name(), FloatVector.of(ones));
            }
            if (!own.isEmpty()) {
                parameters.put(layer.name(), new NamedParameters(own));
            }
        }
        return new Network(architecture, parameters);
    }
}
