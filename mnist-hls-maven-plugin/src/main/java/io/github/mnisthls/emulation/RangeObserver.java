/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

/** Finds the smallest and largest accumulator of the first columns of each row. */
final class RangeObserver implements AccumulatorObserver {
    private final int columns;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    RangeObserver(int columns) {
        this.columns = columns;
    }

    @Override
    public void see(int[] accumulators) {
        for (int i = 0; i < columns; i++) {
            add(accumulators[i]);
        }
    }

    @Override
    public void see(long[] accumulators) {
        for (int i = 0; i < columns; i++) {
            add(accumulators[i]);
        }
    }

    void report(SeenRange seen) {
        seen.add(min, max);
    }

    private void add(long value) {
        min = Math.min(min, value);
        max = Math.max(max, value);
    }
}
