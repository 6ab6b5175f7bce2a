/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.ParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Multiplications by constants and additions of constants: normalizations whose statistics are 0 and 1. */
final class Scales {
    private Scales() {}

    /** {@code scale * x + shift} for each channel or feature; one of both may be a single number. */
    static Signal add(OnnxNode node, NetworkBuilder network, Signal in, double[] scales, double[] shifts) {
        int count = Math.max(scales.length, shifts.length);
        int target = Channels.target(node, network, in, count);
        int channels = network.shape(target).channels();
        double[] shift = Channels.fit(shifts, channels);
        boolean onlyShift = Arrays.stream(scales).allMatch(scale -> scale == 1);
        if (onlyShift && node.onlyReader() && target == in.value() && network.shift(target, shift)) {
            return in.of(target, in.shape());
        }
        float[] zeros = new float[channels];
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        Map<String, FloatVector> trained = Map.of(
                ParameterSpec.GAMMA,
                rounded(Channels.fit(scales, channels)),
                ParameterSpec.BETA,
                rounded(shift),
                ParameterSpec.MEAN,
                FloatVector.of(zeros),
                ParameterSpec.VARIANCE,
                FloatVector.of(ones));
        int value = network.add(node, name -> new BatchNorm(name, 0), trained, List.of(target));
        return in.of(value, in.shape());
    }

    private static FloatVector rounded(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return FloatVector.of(floats);
    }
}
