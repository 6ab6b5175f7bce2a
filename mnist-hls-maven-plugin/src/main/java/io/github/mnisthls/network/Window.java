/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/**
 * The geometry of a sliding window. The number of output rows is {@code floor((height + padding - reach) / stride) + 1}
 * with {@code reach = (kernel - 1) * dilation + 1}, and alike for columns: positions that would hang over the edge are
 * left out.
 */
public record Window(
        int kernelHeight,
        int kernelWidth,
        int strideHeight,
        int strideWidth,
        int dilationHeight,
        int dilationWidth,
        Padding padding) {
    public Window {
        check("kernel", kernelHeight, kernelWidth);
        check("stride", strideHeight, strideWidth);
        check("dilation", dilationHeight, dilationWidth);
        int rows = reach(kernelHeight, dilationHeight);
        int columns = reach(kernelWidth, dilationWidth);
        if (padding.top() >= rows
                || padding.bottom() >= rows
                || padding.left() >= columns
                || padding.right() >= columns) {
            throw new InvalidSettingException(
                    "padding",
                    padding,
                    "it is not smaller than the kernel, so some windows would see nothing but zeros",
                    "Make it smaller than " + rows + "x" + columns + " (rows x columns).");
        }
    }

    /** Without dilation: kernel values are neighbors. */
    public Window(int kernelHeight, int kernelWidth, int strideHeight, int strideWidth, Padding padding) {
        this(kernelHeight, kernelWidth, strideHeight, strideWidth, 1, 1, padding);
    }

    private static void check(String property, int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new InvalidSettingException(
                    property, rows + "x" + columns, "it must be at least 1", "Give positive whole numbers.");
        }
    }

    private static int reach(int kernel, int dilation) {
        return Math.addExact(Math.multiplyExact(kernel - 1, dilation), 1);
    }

    /** A square kernel without padding. */
    public static Window square(int kernel, int stride) {
        return new Window(kernel, kernel, stride, stride, Padding.NONE);
    }

    /** One position with a whole image under it. */
    public static Window whole(Shape input) {
        return new Window(input.height(), input.width(), 1, 1, Padding.NONE);
    }

    /** The same with another padding. */
    public Window padded(Padding other) {
        return new Window(kernelHeight, kernelWidth, strideHeight, strideWidth, dilationHeight, dilationWidth, other);
    }

    /** Number of values that one window covers in one channel. */
    public int area() {
        return kernelHeight * kernelWidth;
    }

    /** Rows from the window's first to its last, both included. */
    public int reachHeight() {
        return reach(kernelHeight, dilationHeight);
    }

    /** Columns from the window's first to its last, both included. */
    public int reachWidth() {
        return reach(kernelWidth, dilationWidth);
    }

    /** Shape of the output for this input, with {@code channels} channels. */
    public Shape slide(String layer, Shape input, int channels) {
        int freeRows = input.height() + padding.top() + padding.bottom() - reachHeight();
        int freeColumns = input.width() + padding.left() + padding.right() - reachWidth();
        if (freeRows < 0 || freeColumns < 0) {
            throw new InvalidSettingException(
                    "kernel of layer '" + layer + "'",
                    reachHeight() + " rows x " + reachWidth() + " columns",
                    "the window is larger than its input, which has " + input.height() + " rows and " + input.width()
                            + " columns",
                    "Use a smaller kernel, more padding, or fewer pooling layers before it.");
        }
        return new Shape(channels, freeRows / strideHeight + 1, freeColumns / strideWidth + 1);
    }
}
