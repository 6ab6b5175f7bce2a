/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import java.util.Arrays;
import java.util.List;

/** Pooling in ints: the largest value of each window, or their sum times a constant of the window's position. */
final class IntPool implements EmulatedLayer {
    private final Windows windows;
    private final Requantizer requantizer;
    private final boolean max;
    private final int[] factors;

    IntPool(Windows windows, Requantizer requantizer, boolean max, long[] factors) {
        this.windows = windows;
        this.requantizer = requantizer;
        this.max = max;
        this.factors = Arrays.stream(factors).mapToInt(factor -> (int) factor).toArray();
    }

    @Override
    public Reads reads() {
        return Reads.INTS;
    }

    @Override
    public int windowSize() {
        return windows.area();
    }

    @Override
    public void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer) {
        int[] results = scratch.ints;
        int positions = windows.positions();
        for (int row = 0; row < windows.input().channels() * positions; row++) {
            int channel = row / positions;
            Arrays.fill(results, max ? Integer.MIN_VALUE : 0);
            for (int tap = 0; tap < windows.area(); tap++) {
                int source = windows.value(row % positions, channel, tap);
                if (source == Windows.OUTSIDE) {
                    continue;
                }
                int[] values = in.get(0).ints[source];
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

    private static void maximize(int[] results, int[] values) {
        for (int i = 0; i < results.length; i++) {
            results[i] = Math.max(results[i], values[i]);
        }
    }

    private static void add(int[] results, int[] values, int factor) {
        for (int i = 0; i < results.length; i++) {
            results[i] += values[i] * factor;
        }
    }
}
