/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.BitSet;
import java.util.List;

/**
 * When {@code window_patches.hpp} reads and writes: one slot per row of the padded image, in which the row comes in and the
 * patches that the row before it completed go out.
 *
 * @param rowWords words of a row that comes in
 * @param windows  neighbors whose columns are a patch
 */
record PatchSchedule(Shape input, Shape output, Window window, int rowWords, int windows) {
    int rows() {
        return input.height() + window.padding().top() + window.padding().bottom();
    }

    /** Of a row of windows. */
    int patches() {
        return output.width() / windows;
    }

    /** Columns of a patch. */
    int patchWidth() {
        return (windows - 1) * window.strideWidth() + window.reachWidth();
    }

    /** Values of a patch. */
    int patch() {
        return window.kernelHeight() * patchWidth() * input.channels();
    }

    /** Values in the registers of the rows. */
    int rowRegisters() {
        return window.reachHeight() * input.width() * input.channels();
    }

    /** Values in the registers of a row of windows. */
    int leavingRegisters() {
        int span = (output.width() - 1) * window.strideWidth() + window.reachWidth();
        return window.kernelHeight() * span * input.channels();
    }

    long cycles() {
        long cycles = 0;
        boolean sending = false;
        for (int row = 0; row < rows(); row++) {
            cycles += slot(sending);
            sending = completes(row);
        }
        return cycles + (sending ? patches() : 0);
    }

    private int slot(boolean sending) {
        return sending ? Math.max(patches(), rowWords) : rowWords;
    }

    /** Whether a row of the padded image is the last of a row of windows. */
    private boolean completes(int row) {
        int free = row - (window.reachHeight() - 1);
        return free >= 0 && free % window.strideHeight() == 0;
    }

    private boolean isPadding(int row) {
        int top = window.padding().top();
        return row < top || row >= top + input.height();
    }

    Trace trace() {
        int trips = Math.toIntExact(cycles());
        BitSet reads = new BitSet(trips);
        BitSet writes = new BitSet(trips);
        int trip = 0;
        boolean sending = false;
        for (int row = 0; row < rows(); row++) {
            reads.set(trip, isPadding(row) ? trip : trip + rowWords);
            writes.set(trip, sending ? trip + patches() : trip);
            trip += slot(sending);
            sending = completes(row);
        }
        writes.set(trip, sending ? trip + patches() : trip);
        return new Trace(trips, List.of(reads), List.of(writes));
    }
}
