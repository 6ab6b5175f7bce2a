/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;

/**
 * Where a window's upper left corner and its result lie.
 *
 * @param padded shape that the window slides over
 */
record Positions(Shape padded, Shape output, Window window) {
    /** Of channel 0. */
    int inputAt(int row, int column) {
        return inputAt(0, row, column);
    }

    int inputAt(int channel, int row, int column) {
        int line = channel * padded.height() + row * window.strideHeight();
        return (line * padded.width() + column * window.strideWidth()) * LANES;
    }

    /** Of channel 0. */
    int outputAt(int row, int column) {
        return outputAt(0, row, column);
    }

    int outputAt(int channel, int row, int column) {
        return ((channel * output.height() + row) * output.width() + column) * LANES;
    }

    /** From one position to the next in a row. */
    int step() {
        return window.strideWidth() * LANES;
    }
}
