/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;

/** Which input values are under a window at each of its positions. */
record Windows(Window window, Shape input, Shape output) {
    /** Stands for a zero of the padding. */
    static final int OUTSIDE = -1;

    /** A single position with the whole image under it. */
    static Windows whole(Shape input) {
        return new Windows(Window.whole(input), input, Shape.vector(input.channels()));
    }

    int positions() {
        return output.height() * output.width();
    }

    int area() {
        return window.area();
    }

    /** The input value under place {@code tap} of the window, in CHW order, or {@link #OUTSIDE}. */
    int value(int position, int channel, int tap) {
        int row = position / output.width() * window.strideHeight()
                - window.padding().top()
                + tap / window.kernelWidth() * window.dilationHeight();
        int column = position % output.width() * window.strideWidth()
                - window.padding().left()
                + tap % window.kernelWidth() * window.dilationWidth();
        boolean inside = row >= 0 && row < input.height() && column >= 0 && column < input.width();
        return inside ? (channel * input.height() + row) * input.width() + column : OUTSIDE;
    }
}
