/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Comparator;

/**
 * What of two choices that are fast enough and fit makes one better: the first of these in which they differ.
 *
 * @param cost   what {@link PlanGoal} counts
 * @param cycles sum over all processes, which the latency follows
 * @param luts   lookup tables
 */
record Expense(long cost, long cycles, long luts) implements Comparable<Expense> {
    static final Expense NONE = new Expense(0, 0, 0);

    private static final Comparator<Expense> LEAST_FIRST = Comparator.comparingLong(Expense::cost)
            .thenComparingLong(Expense::cycles)
            .thenComparingLong(Expense::luts);

    Expense plus(Expense other) {
        return new Expense(cost + other.cost, cycles + other.cycles, luts + other.luts);
    }

    /** The same, but at least of this cost. */
    Expense costing(long least) {
        return least > cost ? new Expense(least, 0, 0) : this;
    }

    @Override
    public int compareTo(Expense other) {
        return LEAST_FIRST.compare(this, other);
    }
}
