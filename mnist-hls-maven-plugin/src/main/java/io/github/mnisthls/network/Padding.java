/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/** Rows and columns of zeros around an image, 0 to {@value #MAX} on each side. */
public record Padding(int top, int bottom, int left, int right) {
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    private static final int MAX = 64;

    public Padding {
        for (int side : new int[] {top, bottom, left, right}) {
            if (side < 0 || side > MAX) {
                throw new InvalidSettingException(
                        "padding", side, "it must be from 0 to " + MAX, "Choose a smaller padding.");
            }
        }
    }

    /** The same padding on all four sides. */
    public static Padding of(int side) {
        return new Padding(side, side, side, side);
    }

    /**
     * The padding with which a window gives {@code ceil(input / stride)} rows and columns; an odd row or column is at the
     * end, as in TensorFlow, Keras and ONNX's {@code SAME_UPPER}.
     *
     * @param window its own padding does not matter
     */
    public static Padding same(Window window, Shape input) {
        int rows = missing(input.height(), window.reachHeight(), window.strideHeight());
        int columns = missing(input.width(), window.reachWidth(), window.strideWidth());
        return new Padding(rows / 2, rows - rows / 2, columns / 2, columns - columns / 2);
    }

    private static int missing(int extent, int reach, int stride) {
        int outputs = (extent + stride - 1) / stride;
        return Math.max((outputs - 1) * stride + reach - extent, 0);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** As a person writes it. */
    @Override
    public String toString() {
        boolean alike = top == bottom && left == right;
        if (alike) {
            return top == left ? Integer.toString(top) : top + "x" + left;
        }
        return "top " + top + ", bottom " + bottom + ", left " + left + ", right " + right;
    }
}
