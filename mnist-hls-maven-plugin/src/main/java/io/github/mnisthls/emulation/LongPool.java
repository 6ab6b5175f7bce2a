/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import java.util.Arrays;
import java.util.List;

/** Pooling in longs: the largest value of each window, or their sum times a constant of the window's position. */
final class LongPool implements EmulatedLayer {
    private final Windows windows;
    private final Requantizer requantizer;
    private final boolean max;
    private final long[] factors;

    LongPool(Windows windows, Requantizer requantizer, boolean max, long[] factors) {
        this.windows = windows;
        this.requantizer = requantizer;
        this.max = max;
        this.factors = factors.clone();
    }

    @Override
    public Reads reads() {
        return Reads.LONGS;
    }

    @Override
    public int windowSize() {
        return windows.area();
    }

    @Override
    public void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer) {
        long[] results = scratch.longs;
        int positions = windows.positions();
        for (int row = 0; row < windows.input().channels() * positions; row++) {
            int channel = row / positions;
            Arrays.fill(results, max ? Long.MIN_VALUE : 0);
            for (int tap = 0; tap < windows.area(); tap++) {
                int source = windows.value(row % positions, channel, tap);
                if (source == Windows.OUTSIDE) {
                    continue;
                }
                long[] values = in.get(0).longs[source];
                if (max) {
                    maximize(results, values);
                } else {
                    add(results, values, factors[row % positions]);
                }
            }
            observer.see(results);
            requantizer.apply(results, out, row);
        }
    }

    private static void maximize(long[] results, long[] values) {
        for (int i = 0; i < results.length; i++) {
            results[i] = Math.max(results[i], values[i]);
        }
    }

    private static void add(long[] results, long[] values, long factor) {
        for (int i = 0; i < results.length; i++) {
            results[i] += values[i] * factor;
        }
    }
}
