/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/**
 * The geometry of a sliding window. The number of output rows is {@code floor((height + padding - kernelHeight) /
 * strideHeight) + 1}, and alike for columns: positions that would hang over the edge are left out.
 */
public record Window(int kernelHeight, int kernelWidth, int strideHeight, int strideWidth, Padding padding) {
    public Window {
        for (int extent : new int[] {kernelHeight, kernelWidth, strideHeight, strideWidth}) {
            if (extent < 1) {
                throw new InvalidSettingException(
                        "kernel or stride", extent, "it must be at least 1", "Give a positive whole number.");
            }
        }
        if (padding.top() >= kernelHeight
                || padding.bottom() >= kernelHeight
                || padding.left() >= kernelWidth
                || padding.right() >= kernelWidth) {
            throw new InvalidSettingException(
                    "padding",
                    padding,
                    "it is not smaller than the kernel, so some windows would see nothing but zeros",
                    "Make it smaller than " + kernelHeight + "x" + kernelWidth + ".");
        }
    }

    /** A square kernel without padding. */
    public static Window square(int kernel, int stride) {
        return new Window(kernel, kernel, stride, stride, Padding.NONE);
    }

    /** Number of values that one window covers in one channel. */
    public int area() {
        return kernelHeight * kernelWidth;
    }

    /** Shape of the output for this input, with {@code channels} channels. */
    Shape slide(String layer, Shape input, int channels) {
        int freeRows = input.height() + padding.top() + padding.bottom() - kernelHeight;
        int freeColumns = input.width() + padding.left() + padding.right() - kernelWidth;
        if (freeRows < 0 || freeColumns < 0) {
            throw new InvalidSettingException(
                    "layer '" + layer + "'",
                    kernelHeight + "x" + kernelWidth,
                    "the window is larger than its input " + input,
                    "Use a smaller kernel, more padding, or fewer pooling layers before it.");
        }
        return new Shape(channels, freeRows / strideHeight + 1, freeColumns / strideWidth + 1);
    }
}
