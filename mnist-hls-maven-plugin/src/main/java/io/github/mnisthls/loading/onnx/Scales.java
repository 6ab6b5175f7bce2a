/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import java.util.Arrays;

/** Multiplications by constants and additions of constants: scaling of pixels, a part of a bias, or a normalization. */
final class Scales {
    private Scales() {}

    /** {@code scale * x + shift} for each channel or feature; one of both may be a single number. */
    static Signal add(OnnxNode node, LayerCollector network, Signal in, double[] scales, double[] shifts) {
        int count = Math.max(scales.length, shifts.length);
        int target = Channels.target(node, network, in, count);
        int channels = network.shape(target).channels();
        double[] scale = Channels.fit(scales, channels);
        double[] shift = Channels.fit(shifts, channels);
        boolean onlyShift = Arrays.stream(scales).allMatch(factor -> factor == 1);
        boolean biased = onlyShift && node.onlyReader() && target == in.value() && network.shift(target, shift);
        int value = biased ? target : network.scale(node, target, node.onlyReader(), scale, shift);
        return in.of(value, in.shape());
    }
}
