/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Comparator;

/**
 * What of two choices that are fast enough and fit makes one better: the first of these in which they differ.
 *
 * @param multipliers products per cycle that multipliers make
 * @param copiedBits  of adders, in copies of graphs for neighboring windows
 * @param cycles      sum over all processes, which the latency follows
 */
record Expense(long multipliers, long copiedBits, long cycles) implements Comparable<Expense> {
    static final Expense NONE = new Expense(0, 0, 0);

    private static final Comparator<Expense> LEAST_FIRST = Comparator.comparingLong(Expense::multipliers)
            .thenComparingLong(Expense::copiedBits)
            .thenComparingLong(Expense::cycles);

    Expense plus(Expense other) {
        return new Expense(multipliers + other.multipliers, copiedBits + other.copiedBits, cycles + other.cycles);
    }

    @Override
    public int compareTo(Expense other) {
        return LEAST_FIRST.compare(this, other);
    }
}
