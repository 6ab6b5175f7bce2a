/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import java.util.Optional;

/**
 * A fixed-point format of so few bits that floats are rounded to it in a few operations.
 *
 * @param least    smallest number that stays in range, a value of the format
 * @param greatest largest number that stays in range, a value of the format
 * @param perUnit  steps from 0 to 1, a power of two
 * @param size     of a step
 * @param halfUp   whether a number half way between two values becomes the larger one, else the even one
 */
record Steps(float least, float greatest, float perUnit, float size, boolean halfUp) {
    /** Adding and taking away this rounds a smaller float to the nearest integer, half to even. */
    static final float ROUNDER = 1.5f * (1 << 23);

    /** Bits of numbers that {@link #ROUNDER} rounds. */
    private static final int SMALL_BITS = 21;

    private static final int LARGEST_SCALE = 100;

    /**
     * The steps of a format, if it has few enough bits, saturates and rounds to the nearest value.
     *
     * @param least    where numbers are cut
     * @param greatest alike
     */
    static Optional<Steps> of(FixedPointFormat format, double least, double greatest) {
        boolean halfUp = format.rounding() == Rounding.AP_RND;
        boolean nearest = halfUp || format.rounding() == Rounding.AP_RND_CONV;
        boolean small = format.width() <= SMALL_BITS && Math.abs(format.fractionBits()) <= LARGEST_SCALE;
        if (!nearest || !small || format.overflow() != Overflow.AP_SAT) {
            return Optional.empty();
        }
        boolean endsAreValues = rounded(format, least) == least && rounded(format, greatest) == greatest;
        float perUnit = Math.scalb(1f, format.fractionBits());
        float size = Math.scalb(1f, -format.fractionBits());
        return Optional.of(new Steps((float) least, (float) greatest, perUnit, size, halfUp))
                .filter(steps -> endsAreValues);
    }

    private static double rounded(FixedPointFormat format, double value) {
        return format.toDouble(format.quantize(value));
    }

    /** The value that a number becomes. */
    float round(float value) {
        float steps = Math.min(Math.max(value, least), greatest) * perUnit;
        float nearest = steps + ROUNDER - ROUNDER;
        return (halfUp && steps - nearest == 0.5f ? nearest + 1 : nearest) * size;
    }
}
