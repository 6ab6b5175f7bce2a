/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;

/** Where values lie in an array of images side by side. */
final class Offsets {
    private Offsets() {}

    /** Number of floats that hold {@link Kernels#LANES} images of this shape. */
    static int size(Shape shape) {
        return Math.multiplyExact(shape.size(), LANES);
    }

    /** Start of each channel. */
    static int[] channels(Shape shape) {
        return steps(shape.channels(), shape.height() * shape.width() * LANES);
    }

    /** {@code count} offsets, {@code step} apart, from 0. */
    static int[] steps(int count, int step) {
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = i * step;
        }
        return offsets;
    }

    /** Each value under a window at the image's upper left corner, in the order channel, row, column. */
    static int[] taps(Shape shape, int channels, Window window) {
        int[] offsets = new int[channels * window.area()];
        int i = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int row = 0; row < window.kernelHeight(); row++) {
                for (int column = 0; column < window.kernelWidth(); column++) {
                    int line = channel * shape.height() + row * window.dilationHeight();
                    offsets[i++] = (line * shape.width() + column * window.dilationWidth()) * LANES;
                }
            }
        }
        return offsets;
    }
}
