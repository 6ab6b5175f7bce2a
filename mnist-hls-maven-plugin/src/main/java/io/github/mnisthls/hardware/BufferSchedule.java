/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.BitSet;
import java.util.List;

/**
 * When the buffered window of {@code buffered_window.hpp} reads and writes: in phases, one per output row and one before
 * the first. In each the windows of the row before go out while the rows that this one needs in addition come in.
 *
 * @param pixelWords words of a pixel
 */
record BufferSchedule(Shape input, Shape output, Window window, int pixelWords) {
    int rowWords() {
        return input.width() * pixelWords;
    }

    /** Words that the buffer holds. */
    long words() {
        return (long) (window.reachHeight() + window.strideHeight()) * rowWords();
    }

    int phases() {
        return output.height() + 1;
    }

    /** Words that come in during a phase. */
    int reads(int phase) {
        return (rows(phase) - (phase == 0 ? 0 : rows(phase - 1))) * rowWords();
    }

    /** Words that go out during a phase. */
    int writes(int phase) {
        return phase == 0 ? 0 : output.width() * window.area() * pixelWords;
    }

    long cycles() {
        long cycles = 0;
        for (int phase = 0; phase < phases(); phase++) {
            cycles += Math.max(reads(phase), writes(phase));
        }
        return cycles;
    }

    /** Rows that are there after a phase. */
    private int rows(int phase) {
        return phase == output.height()
                ? input.height()
                : Math.min(
                        input.height(),
                        phase * window.strideHeight()
                                + window.reachHeight()
                                - window.padding().top());
    }

    Trace trace() {
        int trips = Math.toIntExact(cycles());
        BitSet reads = new BitSet(trips);
        BitSet writes = new BitSet(trips);
        int trip = 0;
        for (int phase = 0; phase < phases(); phase++) {
            reads.set(trip, trip + reads(phase));
            writes.set(trip, trip + writes(phase));
            trip += Math.max(reads(phase), writes(phase));
        }
        return new Trace(trips, List.of(reads), List.of(writes));
    }
}
