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
        // In locals, so that the just-in-time compiler turns the loop into vector instructions.
        int smallest = accumulators[0];
        int largest = smallest;
        for (int i = 1; i < columns; i++) {
            smallest = Math.min(smallest, accumulators[i]);
            largest = Math.max(largest, accumulators[i]);
        }
        add(smallest, largest);
    }

    @Override
    public void see(long[] accumulators) {
        long smallest = accumulators[0];
        long largest = smallest;
        for (int i = 1; i < columns; i++) {
            smallest = Math.min(smallest, accumulators[i]);
            largest = Math.max(largest, accumulators[i]);
        }
        add(smallest, largest);
    }

    void report(SeenRange seen) {
        seen.add(min, max);
    }

    private void add(long smallest, long largest) {
        min = Math.min(min, smallest);
        max = Math.max(max, largest);
    }
}
