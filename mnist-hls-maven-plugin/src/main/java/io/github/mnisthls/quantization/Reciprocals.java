/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Window;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What sums of windows are multiplied with to give their means.
 *
 * @param format unsigned
 * @param raw    one for all windows, or one for each number of values, from 1
 */
record Reciprocals(FixedPointFormat format, RawVector raw) {
    /** Bits beyond those of the result, so that no error is added that could be seen there. */
    private static final int GUARD_BITS = 2;

    private static final int EXACT_RESULT_BITS = 16;

    /**
     * For a layer.
     *
     * @param alike  whether all windows are divided by the same
     * @param output absent where the accumulator is passed on
     * @param sum    format of the sums: their products must fit 64 bits
     */
    static Reciprocals of(Window window, boolean alike, Optional<FixedPointFormat> output, FixedPointFormat sum) {
        int bits = output.map(FixedPointFormat::width).orElse(EXACT_RESULT_BITS) + GUARD_BITS;
        int most = FixedPointFormat.MAX_WIDTH - sum.width();
        int area = window.area();
        if (alike) {
            FixedPointFormat format = format(area, Math.min(bits, most));
            return new Reciprocals(format, RawVector.of(reciprocal(area, format)));
        }
        // From 1 down to the smallest, which shall have as many bits as if it were alone.
        FixedPointFormat format = FixedPointFormat.unsigned(Math.min(bits + log2(area) + 1, most), 1);
        long[] raw = new long[area];
        for (int count = 1; count <= area; count++) {
            raw[count - 1] = reciprocal(count, format);
        }
        return new Reciprocals(format, RawVector.of(raw));
    }

    private static FixedPointFormat format(int area, int bits) {
        return Integer.bitCount(area) == 1
                ? FixedPointFormat.unsigned(1, 1 - log2(area))
                : FixedPointFormat.unsigned(bits, -log2(area));
    }

    private static int log2(int number) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
    }

    private static long reciprocal(int area, FixedPointFormat format) {
        BigInteger divisor = BigInteger.valueOf(area);
        BigInteger nearest = BigInteger.ONE
                .shiftLeft(format.fractionBits())
                .add(divisor.shiftRight(1))
                .divide(divisor);
        return nearest.min(RawRange.of(format).max()).longValue();
    }
}
