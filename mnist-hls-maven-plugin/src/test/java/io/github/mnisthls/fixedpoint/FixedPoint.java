/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A value with its format. Sums, differences and products are exact; their formats grow as in C++.
 *
 * <p>Equality is that of the records: the same bits in the same format. {@link #compareValue} compares numbers.
 *
 * @param raw an integer that the format can hold
 */
public record FixedPoint(long raw, FixedPointFormat format) {
    public FixedPoint {
        if (!format.holds(raw)) {
            throw new IllegalArgumentException("The raw value " + raw + " does not fit into " + format + ".");
        }
    }

    /** The nearest value of the format, by its own rounding and overflow. */
    public static FixedPoint of(double value, FixedPointFormat format) {
        return new FixedPoint(format.quantize(value), format);
    }

    /** Converts to another format, as an assignment in C++ does. */
    public FixedPoint to(FixedPointFormat target) {
        return new FixedPoint(target.quantize(raw, format), target);
    }

    /**
     * The exact sum.
     *
     * @throws IllegalArgumentException if the sum's format exceeds 64 bits
     */
    public FixedPoint plus(FixedPoint other) {
        FixedPointFormat sum = format.plus(other.format);
        return new FixedPoint(aligned(sum) + other.aligned(sum), sum);
    }

    /**
     * The exact difference.
     *
     * @throws IllegalArgumentException if the difference's format exceeds 64 bits
     */
    public FixedPoint minus(FixedPoint other) {
        FixedPointFormat difference = format.minus(other.format);
        return new FixedPoint(aligned(difference) - other.aligned(difference), difference);
    }

    /**
     * The exact product.
     *
     * @throws IllegalArgumentException if the product's format exceeds 64 bits
     */
    public FixedPoint times(FixedPoint other) {
        return new FixedPoint(raw * other.raw, format.times(other.format));
    }

    /** Compares the numbers, whatever their formats: negative, zero or positive as {@code compareTo} does. */
    public int compareValue(FixedPoint other) {
        return value().compareTo(other.value());
    }

    /** The exact number. */
    public BigDecimal value() {
        BigInteger integer = new BigInteger(format.signed() ? Long.toString(raw) : Long.toUnsignedString(raw));
        int fraction = format.fractionBits();
        return fraction <= 0
                ? new BigDecimal(integer.shiftLeft(-fraction))
                : new BigDecimal(integer).divide(new BigDecimal(BigInteger.ONE.shiftLeft(fraction)));
    }

    @Override
    public String toString() {
        return value().toPlainString() + " (" + format + ")";
    }

    private long aligned(FixedPointFormat sum) {
        return raw << (sum.fractionBits() - format.fractionBits());
    }
}
