/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

/**
 * The type {@code ap_[u]fixed<width, integerBits, rounding, overflow>}. A value is {@code raw * 2^-(width -
 * integerBits)}; the raw integer is a two's complement {@code long}, for an unsigned format of 64 bits read as unsigned.
 *
 * @param width       number of bits, 1 to 64
 * @param integerBits bits left of the binary point, the sign included; -64 to 128
 */
public record FixedPointFormat(int width, int integerBits, boolean signed, Rounding rounding, Overflow overflow) {
    /** Number of bits right of the binary point; negative where the lowest bit weighs more than one. */
    public int fractionBits() {
        return width - integerBits;
    }
}
