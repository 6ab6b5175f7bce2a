/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.benchmark;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.FoldBatchNorm;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The default network with random weights of the size that training gives, and random images: speed needs no more. */
final class DefaultNetwork {
    private DefaultNetwork() {}

    static Network folded() {
        Architecture architecture = DefaultArchitecture.create();
        Random random = new Random(1);
        Map<String, Parameters> parameters = new TreeMap<>();
        for (int i = 0; i < architecture.layers().size(); i++) {
            String name = architecture.layers().get(i).name();
            Shape in = architecture.shapes().get(i);
            int count = architecture.layers().get(i).parameterCount(in);
            int outputs = architecture.shapes().get(i + 1).channels();
            if (count == 4 * outputs) {
                FloatVector ones = constant(outputs, 1);
                FloatVector zeros = constant(outputs, 0);
                parameters.put(name, new NormParameters(ones, zeros, zeros, ones));
            } else if (count > 0) {
                parameters.put(
                        name,
                        new AffineParameters(normal(random, count - outputs, in.size()), constant(outputs, 0.1f)));
            }
        }
        return FoldBatchNorm.fold(new Network(architecture, parameters));
    }

    static LabeledImages images(int count) {
        Shape shape = DefaultArchitecture.create().input();
        byte[] pixels = new byte[count * shape.size()];
        new Random(2).nextBytes(pixels);
        return LabeledImages.of(shape, pixels, new byte[count]);
    }

    private static FloatVector constant(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return FloatVector.of(values);
    }

    private static FloatVector normal(Random random, int size, int fanIn) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / fanIn));
        }
        return FloatVector.of(values);
    }
}
