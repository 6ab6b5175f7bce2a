/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.Arrays;

/** What float32 layers with a sliding window compute, of several images at once. */
record FloatWindows(Window window, Shape in, Shape out) {
    private static final int OUTSIDE = -1;

    void convolve(AffineParameters affine, float[][] from, float[][] to, int images) {
        int taps = in.channels() * window.area();
        for (int target = 0; target < to.length; target++) {
            int output = target / (out.height() * out.width());
            sum(affine, output, 0, taps, from, to[target], target, images);
        }
    }

    void convolveChannels(AffineParameters affine, int multiplier, float[][] from, float[][] to, int images) {
        int taps = window.area();
        for (int target = 0; target < to.length; target++) {
            int output = target / (out.height() * out.width());
            sum(affine, output, output / multiplier, taps, from, to[target], target, images);
        }
    }

    /** Rows and columns outside of the image are zero. */
    private void sum(
            AffineParameters affine,
            int output,
            int firstChannel,
            int taps,
            float[][] from,
            float[] sums,
            int target,
            int images) {
        Arrays.fill(sums, 0, images, affine.bias().get(output));
        for (int tap = 0; tap < taps; tap++) {
            int value = value(firstChannel + tap / window.area(), tap % window.area(), target);
            if (value != OUTSIDE) {
                add(sums, affine.weights().get(output * taps + tap), from[value], images);
            }
        }
    }

    static void add(float[] sums, float weight, float[] values, int images) {
        for (int i = 0; i < images; i++) {
            sums[i] += weight * values[i];
        }
    }

    /** The input value under a place of the window that gives an output value. */
    private int value(int channel, int place, int target) {
        int row = target / out.width() % out.height() * window.strideHeight()
                + place / window.kernelWidth() * window.dilationHeight()
                - window.padding().top();
        int column = target % out.width() * window.strideWidth()
                + place % window.kernelWidth() * window.dilationWidth()
                - window.padding().left();
        boolean inside = row >= 0 && row < in.height() && column >= 0 && column < in.width();
        return inside ? (channel * in.height() + row) * in.width() + column : OUTSIDE;
    }

    void largest(float[][] from, float[][] to, int images) {
        for (int target = 0; target < to.length; target++) {
            float[] result = to[target];
            Arrays.fill(result, 0, images, Float.NEGATIVE_INFINITY);
            for (int place = 0; place < window.area(); place++) {
                int value = value(target / (out.height() * out.width()), place, target);
                if (value != OUTSIDE) {
                    float[] source = from[value];
                    for (int i = 0; i < images; i++) {
                        result[i] = Math.max(result[i], source[i]);
                    }
                }
            }
        }
    }

    /** @param countPadding whether the zeros of the padding count as values */
    void mean(boolean countPadding, float[][] from, float[][] to, int images) {
        for (int target = 0; target < to.length; target++) {
            float[] result = to[target];
            Arrays.fill(result, 0, images, 0);
            int count = 0;
            for (int place = 0; place < window.area(); place++) {
                int value = value(target / (out.height() * out.width()), place, target);
                if (value != OUTSIDE) {
                    add(result, 1, from[value], images);
                }
                count += value != OUTSIDE || countPadding ? 1 : 0;
            }
            for (int i = 0; i < images; i++) {
                result[i] /= count;
            }
        }
    }
}
