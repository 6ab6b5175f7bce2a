/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Arrays;

/** The sums that {@link Weights} makes of what a choice takes; first each measure by itself. */
final class Sums {
    private final long[] values;

    Sums(long... values) {
        this.values = values.clone();
    }

    /** Higher than any. */
    static Sums highest(int size) {
        long[] values = new long[size];
        Arrays.fill(values, Long.MAX_VALUE);
        return new Sums(values);
    }

    int size() {
        return values.length;
    }

    long get(int sum) {
        return values[sum];
    }

    Sums plus(Sums other) {
        Sums both = new Sums(values);
        for (int sum = 0; sum < values.length; sum++) {
            both.values[sum] += other.values[sum];
        }
        return both;
    }

    /** Becomes the lower of what it is and what two come to together, each sum alone. */
    void lower(Sums one, Sums other) {
        for (int sum = 0; sum < values.length; sum++) {
            values[sum] = Math.min(values[sum], one.values[sum] + other.values[sum]);
        }
    }

    /** Whether no measure is higher than its counterpart. */
    boolean areWithin(Sums others) {
        for (int measure = 0; measure < Weights.MEASURES; measure++) {
            if (values[measure] > others.values[measure]) {
                return false;
            }
        }
        return true;
    }
}
