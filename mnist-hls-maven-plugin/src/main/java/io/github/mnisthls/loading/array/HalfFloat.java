/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.array;

/** IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
public final class HalfFloat {
    private static final int FRACTION_BITS = 10;
    private static final int MAX_EXPONENT = 0x1f;
    private static final int FRACTION = 0x3ff;

    /** The power of two that one unit of the fraction of the smallest numbers is worth. */
    private static final int SMALLEST = -24;

    private HalfFloat() {}

    /** The number of these bits. */
    public static double toDouble(short bits) {
        int exponent = bits >> FRACTION_BITS & MAX_EXPONENT;
        int fraction = bits & FRACTION;
        double size;
        if (exponent == MAX_EXPONENT) {
            size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((double) fraction, SMALLEST);
        } else {
            size = Math.scalb((double) (fraction + FRACTION + 1), exponent - 1 + SMALLEST);
        }
        return bits < 0 ? -size : size;
    }
}
