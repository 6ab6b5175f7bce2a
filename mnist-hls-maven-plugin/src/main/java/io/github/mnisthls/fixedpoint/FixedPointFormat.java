/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

/**
 * The type {@code ap_[u]fixed<width, integerBits, rounding, overflow>}. A value is {@code raw * 2^-(width -
 * integerBits)}; the raw integer is a two's complement {@code long}, for an unsigned format of 64 bits read as unsigned.
 *
 * @param width       number of bits, 1 to 64
 * @param integerBits bits left of the binary point, the sign included; -64 to 128
 * @param rounding    what a conversion to this type does with fraction bits that the type lacks
 * @param overflow    what a conversion to this type does, after rounding, with a value out of range
 */
public record FixedPointFormat(int width, int integerBits, boolean signed, Rounding rounding, Overflow overflow) {
    public static final int MAX_WIDTH = 64;
    public static final int MIN_INTEGER_BITS = -64;
    public static final int MAX_INTEGER_BITS = 128;

    /** @throws IllegalArgumentException if a width is out of range; the message says which, and how to mend it */
    public FixedPointFormat {
        if (width < 1 || width > MAX_WIDTH) {
            throw new IllegalArgumentException(
                    "The width of " + spelling(width, integerBits, signed, rounding, overflow) + " is " + width
                            + ", but only 1 to " + MAX_WIDTH + " bits are supported. Choose a width in that range.");
        }
        if (integerBits < MIN_INTEGER_BITS || integerBits > MAX_INTEGER_BITS) {
            throw new IllegalArgumentException("The number of integer bits of "
                    + spelling(width, integerBits, signed, rounding, overflow) + " is " + integerBits + ", but only "
                    + MIN_INTEGER_BITS + " to " + MAX_INTEGER_BITS
                    + " are supported. Choose a number in that range.");
        }
    }

    /** {@code ap_fixed<width, integerBits>} with the modes that C++ takes by default: truncate and wrap. */
    public static FixedPointFormat signed(int width, int integerBits) {
        return new FixedPointFormat(width, integerBits, true, Rounding.AP_TRN, Overflow.AP_WRAP);
    }

    /** {@code ap_ufixed<width, integerBits>} with the modes that C++ takes by default: truncate and wrap. */
    public static FixedPointFormat unsigned(int width, int integerBits) {
        return new FixedPointFormat(width, integerBits, false, Rounding.AP_TRN, Overflow.AP_WRAP);
    }

    /**
     * Reads a type as C++ does: modes that are not named are {@code AP_TRN} and {@code AP_WRAP}.
     *
     * @throws IllegalArgumentException if the text is no supported type; the message says why, and how to mend it
     */
    public static FixedPointFormat parse(String text) {
        return parse(text, Rounding.AP_TRN, Overflow.AP_WRAP);
    }

    /**
     * Reads a type in the C++ spelling, with other modes than C++'s where the text names none.
     *
     * @throws IllegalArgumentException if the text is no supported type; the message says why, and how to mend it
     */
    public static FixedPointFormat parse(String text, Rounding defaultRounding, Overflow defaultOverflow) {
        return FormatParser.parse(text, defaultRounding, defaultOverflow);
    }

    /** Number of bits right of the binary point; negative where the lowest bit weighs more than one. */
    public int fractionBits() {
        return width - integerBits;
    }

    /**
     * The smallest raw value that a conversion gives. For {@code AP_SAT_SYM} that is {@code -maxRaw()}, except that a
     * single signed bit still gives -1, as the vendor's headers do.
     */
    public long minRaw() {
        if (!signed) {
            return 0;
        }
        long lowest = -1L << (width - 1);
        return overflow == Overflow.AP_SAT_SYM && width > 1 ? lowest + 1 : lowest;
    }

    /** The largest raw value; for an unsigned format of 64 bits all ones, to be read as unsigned. */
    public long maxRaw() {
        return signed ? (1L << (width - 1)) - 1 : -1L >>> (MAX_WIDTH - width);
    }

    /** Whether the type's bits can hold this raw integer. */
    public boolean holds(long raw) {
        return raw == Conversion.wrap(raw, this);
    }

    /**
     * The raw value of a real number in this format: exact, then rounded, then brought into range. Negative zero is
     * zero.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public long quantize(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The value " + value + " has no representation in " + this
                    + ". Only finite numbers can be quantized: look for the step that gave it.");
        }
        return Conversion.ofDouble(value, this);
    }

    /**
     * Converts a value of another format, as an assignment in C++ does. A value of this very format is copied.
     *
     * @param raw a raw value of {@code from}
     * @throws IllegalArgumentException if {@code from} cannot hold {@code raw}
     */
    public long quantize(long raw, FixedPointFormat from) {
        if (!from.holds(raw)) {
            throw new IllegalArgumentException("The raw value " + raw + " does not fit into " + from
                    + ", so it cannot be converted to " + this + ". Raw values of that type are from " + from.minRaw()
                    + " to " + Long.toUnsignedString(from.maxRaw()) + ".");
        }
        return equals(from) ? raw : Conversion.scaled(raw, from.signed, fractionBits() - from.fractionBits(), this);
    }

    /** The format of a sum, which is always exact. */
    public FixedPointFormat plus(FixedPointFormat other) {
        return sum(other, signed || other.signed);
    }

    /** The format of a difference, which is always exact and signed. */
    public FixedPointFormat minus(FixedPointFormat other) {
        return sum(other, true);
    }

    /** The format of a product, which is always exact. */
    public FixedPointFormat times(FixedPointFormat other) {
        return new FixedPointFormat(
                width + other.width,
                integerBits + other.integerBits,
                signed || other.signed,
                Rounding.AP_TRN,
                Overflow.AP_WRAP);
    }

    /** The nearest double of a raw value; exact where it has at most 53 significant bits. */
    public double toDouble(long raw) {
        if (!signed && raw < 0) {
            long halved = (raw >>> 1) | (raw & 1);
            return Math.scalb((double) halved, 1 - fractionBits());
        }
        return Math.scalb((double) raw, -fractionBits());
    }

    /** The full C++ spelling, such as {@code ap_fixed<16,8,AP_RND,AP_SAT>}. */
    @Override
    public String toString() {
        return spelling(width, integerBits, signed, rounding, overflow);
    }

    private static String spelling(int width, int integerBits, boolean signed, Rounding rounding, Overflow overflow) {
        return (signed ? "ap_fixed<" : "ap_ufixed<") + width + "," + integerBits + "," + rounding + "," + overflow
                + ">";
    }

    private FixedPointFormat sum(FixedPointFormat other, boolean signedSum) {
        int integer = Math.max(
                        integerBits + (other.signed && !signed ? 1 : 0),
                        other.integerBits + (signed && !other.signed ? 1 : 0))
                + 1;
        int fraction = Math.max(fractionBits(), other.fractionBits());
        return new FixedPointFormat(integer + fraction, integer, signedSum, Rounding.AP_TRN, Overflow.AP_WRAP);
    }
}
