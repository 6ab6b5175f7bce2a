/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.BitSet;
import java.util.List;

/**
 * When the sliding window of {@code sliding_window.hpp} reads and writes: one slot per pixel of the padded image, in which
 * the pixel comes in and the window that the pixel before it completed goes out.
 *
 * @param pixelWords  words of a pixel that comes in
 * @param windowWords words of a window that goes out
 */
record WindowSchedule(Shape input, Shape output, Window window, int pixelWords, int windowWords) {
    /** {@code kRowDistance} of the kernels. */
    static final int ROW_DISTANCE = 4;

    int rows() {
        return input.height() + window.padding().top() + window.padding().bottom();
    }

    int columns() {
        return paddedColumns(
                input.width() + window.padding().left() + window.padding().right(), pixelWords);
    }

    /** Columns of a row, with idle ones if the row would be too short for its buffer: {@code PaddedColumns}. */
    static int paddedColumns(int columns, int pixelWords) {
        return columns * pixelWords >= ROW_DISTANCE ? columns : (ROW_DISTANCE + pixelWords - 1) / pixelWords;
    }

    /** Whether the last pixel completes a window, which then needs cycles of its own. */
    boolean endsWithWindow() {
        return completes(rows() - 1, columns() - 1);
    }

    /** Whether the pixel at this place of the padded image is the last of a window. */
    boolean completes(int row, int column) {
        int freeRows = row - (window.reachHeight() - 1);
        int freeColumns = column - (window.reachWidth() - 1);
        return freeRows >= 0
                && freeColumns >= 0
                && freeRows % window.strideHeight() == 0
                && freeColumns % window.strideWidth() == 0
                && freeColumns / window.strideWidth() < output.width();
    }

    boolean isPadding(int row, int column) {
        Padding padding = window.padding();
        return row < padding.top()
                || row >= padding.top() + input.height()
                || column < padding.left()
                || column >= padding.left() + input.width();
    }

    /** Cycles of a slot in which a window goes out. */
    int windowSlot() {
        return Math.max(windowWords, pixelWords);
    }

    long cycles() {
        long windows = (long) output.height() * output.width();
        return (long) rows() * columns() * pixelWords
                + (windows - (endsWithWindow() ? 1 : 0)) * (windowSlot() - pixelWords)
                + (endsWithWindow() ? windowWords : 0);
    }

    Trace trace() {
        int trips = Math.toIntExact(cycles());
        BitSet reads = new BitSet(trips);
        BitSet writes = new BitSet(trips);
        int trip = 0;
        boolean sending = false;
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                if (!isPadding(row, column)) {
                    reads.set(trip, trip + pixelWords);
                }
                if (sending) {
                    writes.set(trip, trip + windowWords);
                }
                trip += sending ? windowSlot() : pixelWords;
                sending = completes(row, column);
            }
        }
        if (sending) {
            writes.set(trip, trip + windowWords);
        }
        return new Trace(trips, List.of(reads), List.of(writes));
    }
}
