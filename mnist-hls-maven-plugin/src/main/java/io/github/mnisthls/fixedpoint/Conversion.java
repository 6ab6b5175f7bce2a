/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

/** One assignment to a fixed-point type: shift to its binary point, round, then bring into range. Integers only. */
final class Conversion {
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
    private static final int EXPONENT_MASK = 0x7ff;
    /** The exponent field of those doubles whose unit of the last place is one. */
    private static final int EXPONENT_OF_ONE = 1075;

    private Conversion() {}

    /** The raw value of a finite number in the target format. */
    static long ofDouble(double value, FixedPointFormat target) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> FRACTION_BITS) & EXPONENT_MASK;
        long fraction = bits & FRACTION_MASK;
        long magnitude = exponent == 0 ? fraction : fraction | 1L << FRACTION_BITS;
        int shift = Math.max(exponent, 1) - EXPONENT_OF_ONE + target.fractionBits();
        return scaled(bits < 0 ? -magnitude : magnitude, true, shift, target);
    }

    /** {@code value * 2^shift} in the target format; {@code value} is read as unsigned unless {@code signed}. */
    static long scaled(long value, boolean signed, int shift, FixedPointFormat target) {
        if (shift < 0) {
            // At least one bit is dropped, so that the rounding's carry fits too; of an unsigned value into the sign's
            // place.
            return fit(rounded(value, signed, -shift, target.rounding()), signed, 0, target);
        }
        return fit(value, signed, shift, target);
    }

    /** The low bits of a raw value, as many as the format has. */
    static long wrap(long raw, FixedPointFormat format) {
        int unused = Long.SIZE - format.width();
        return format.signed() ? raw << unused >> unused : raw << unused >>> unused;
    }

    /** {@code value * 2^-dropped}, rounded to an integer; {@code dropped} is positive. */
    private static long rounded(long value, boolean signed, int dropped, Rounding rounding) {
        boolean negative = signed && value < 0;
        long sign = negative ? -1 : 0;
        long floor = dropped >= Long.SIZE ? sign : signed ? value >> dropped : value >>> dropped;
        long half = dropped > Long.SIZE ? sign : value >>> (dropped - 1);
        long rest = dropped > Long.SIZE ? value : value & ((1L << (dropped - 1)) - 1);
        return rounding.roundsUp((half & 1) != 0, rest != 0, negative, (floor & 1) != 0) ? floor + 1 : floor;
    }

    /** {@code value * 2^shift}, an integer, brought into the target's range. */
    private static long fit(long value, boolean signed, int shift, FixedPointFormat target) {
        boolean negative = signed && value < 0;
        int bits = value == 0 ? 0 : shift + Long.SIZE - Long.numberOfLeadingZeros(negative ? ~value : value);
        boolean fits = target.signed() ? bits < target.width() : !negative && bits <= target.width();
        long low = shift < Long.SIZE ? value << shift : 0;
        return fits && !(target.signed() && low < target.minRaw())
                ? low
                : target.overflow().replace(negative, low, target);
    }
}
