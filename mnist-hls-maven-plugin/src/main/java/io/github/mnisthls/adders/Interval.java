/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

/** All integers from {@code min} to {@code max}, both included. */
public record Interval(long min, long max) {
    public Interval {
        if (min > max) {
            throw new IllegalArgumentException("an empty range: " + min + " to " + max);
        }
    }

    /**
     * The products with a constant.
     *
     * @throws ArithmeticException if one of them does not fit into 64 bits
     */
    Interval times(long factor) {
        long one = Math.multiplyExact(min, factor);
        long other = Math.multiplyExact(max, factor);
        return new Interval(Math.min(one, other), Math.max(one, other));
    }

    /**
     * The sums of one integer from each.
     *
     * @throws ArithmeticException if one of them does not fit into 64 bits
     */
    Interval plus(Interval other) {
        return new Interval(Math.addExact(min, other.min), Math.addExact(max, other.max));
    }

    public boolean signed() {
        return min < 0;
    }

    /** Bits of the narrowest integer type that holds it, unsigned if nothing is negative; at least 1. */
    public int bits() {
        int magnitude = Math.max(bitLength(min), bitLength(max));
        return signed() ? magnitude + 1 : Math.max(magnitude, 1);
    }

    private static int bitLength(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value < 0 ? ~value : value);
    }
}
