/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import java.math.BigInteger;
import java.util.List;

/** All integers from {@code min} to {@code max}, both included; of any length, so that no proof can overflow itself. */
public record RawRange(BigInteger min, BigInteger max) {
    public static final RawRange ZERO = new RawRange(BigInteger.ZERO, BigInteger.ZERO);

    public RawRange {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("an empty range: " + min + " to " + max);
        }
    }

    public static RawRange of(long min, long max) {
        return new RawRange(BigInteger.valueOf(min), BigInteger.valueOf(max));
    }

    /** All that a conversion to this format can give. */
    public static RawRange of(FixedPointFormat format) {
        return new RawRange(
                BigInteger.valueOf(format.minRaw()), new BigInteger(Long.toUnsignedString(format.maxRaw())));
    }

    /** The sums of one integer from each. */
    public RawRange plus(RawRange other) {
        return new RawRange(min.add(other.min), max.add(other.max));
    }

    /** The products with a constant. */
    public RawRange times(BigInteger factor) {
        BigInteger one = min.multiply(factor);
        BigInteger other = max.multiply(factor);
        return new RawRange(one.min(other), one.max(other));
    }

    /** The smallest range that holds both. */
    public RawRange hull(RawRange other) {
        return new RawRange(min.min(other.min), max.max(other.max));
    }

    /** What {@code max(x, 0)} leaves of it. */
    public RawRange relu() {
        return new RawRange(min.max(BigInteger.ZERO), max.max(BigInteger.ZERO));
    }

    public boolean contains(RawRange other) {
        return min.compareTo(other.min) <= 0 && max.compareTo(other.max) >= 0;
    }

    /** The numbers of it that are not above 0; 0 if there are none. */
    RawRange negative() {
        return new RawRange(min.min(BigInteger.ZERO), max.min(BigInteger.ZERO));
    }

    /** The same numbers in a format with at least as many fraction bits. */
    RawRange aligned(FixedPointFormat from, FixedPointFormat to) {
        return times(BigInteger.ONE.shiftLeft(to.fractionBits() - from.fractionBits()));
    }

    /** One number. */
    static RawRange constant(BigInteger value) {
        return new RawRange(value, value);
    }

    /** The integer that is stored in these bits. */
    static BigInteger integer(long raw, FixedPointFormat format) {
        return format.signed() ? BigInteger.valueOf(raw) : new BigInteger(Long.toUnsignedString(raw));
    }

    /** The smallest range that holds all. */
    static RawRange hull(List<RawRange> ranges) {
        return ranges.stream().reduce(RawRange::hull).orElseThrow();
    }

    /** The number of bits of the narrowest integer type that holds it; unsigned if nothing is negative. */
    public int bits() {
        return min.signum() < 0 ? Math.max(min.bitLength(), max.bitLength()) + 1 : Math.max(max.bitLength(), 1);
    }

    /**
     * The narrowest format with these fraction bits that holds it.
     *
     * @throws IllegalArgumentException if that needs more than 64 bits
     */
    FixedPointFormat narrowestFormat(int fractionBits) {
        return new FixedPointFormat(bits(), bits() - fractionBits, min.signum() < 0, Rounding.AP_TRN, Overflow.AP_WRAP);
    }

    @Override
    public String toString() {
        return min + " to " + max;
    }
}
