/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;

/**
 * Which multiples of one step weights may be; the step is a power of two that follows from them.
 *
 * @param width of the integers, the sign included: 2 to 32
 * @param kind  which of the integers of this width
 */
public record WeightLevels(int width, Kind kind) {
    /** -1, 0 and 1. */
    static final WeightLevels TERNARY = new WeightLevels(2, Kind.SYMMETRIC);

    /** -1 and 1: one bit tells them apart, but as numbers they have two. */
    static final WeightLevels SIGNS = new WeightLevels(2, Kind.SIGN);

    /** Which integers. */
    enum Kind {
        /** All. */
        ALL,
        /** As many above 0 as below. */
        SYMMETRIC,
        /** 1, or -1 for what is below 0. */
        SIGN
    }

    /**
     * All integers of a width; of one bit, the signs.
     *
     * @param bits 1 to 32
     */
    static WeightLevels of(int bits) {
        return bits == 1 ? SIGNS : new WeightLevels(bits, Kind.ALL);
    }

    /** Whether they are 1 and -1 only. */
    boolean isSigns() {
        return kind == Kind.SIGN;
    }

    /** Whether 1 is the largest, and -1 the smallest. */
    boolean hasOneAboveZero() {
        return width == 2 && kind != Kind.ALL;
    }

    /** With a step of 2 to the power of {@code integerBits - width}. */
    WeightFormat at(int integerBits) {
        Overflow overflow = kind == Kind.ALL ? Overflow.AP_SAT : Overflow.AP_SAT_SYM;
        return new WeightFormat(
                new FixedPointFormat(width, integerBits, true, Rounding.AP_RND_CONV, overflow), kind == Kind.SIGN);
    }
}
