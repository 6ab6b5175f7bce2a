/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.List;

/** Numbers as sums and differences of powers of two, no two of them adjacent: the fewest there can be. */
final class SignedDigits {
    /** A number of more bits has no three times itself in 64 bits, which the digits come from. */
    private static final long MOST = Long.MAX_VALUE / 3;

    private SignedDigits() {}

    /** How many digits of a number are not 0. */
    static int count(long value) {
        long magnitude = magnitude(value);
        return Long.bitCount(magnitude ^ (3 * magnitude));
    }

    /** The products of a node with a number, as terms. */
    static List<Term> of(int node, long value) {
        long magnitude = magnitude(value);
        long minus = (magnitude & ~(3 * magnitude)) >> 1;
        long digits = (magnitude ^ (3 * magnitude)) >> 1;
        List<Term> terms = new ArrayList<>();
        for (long rest = digits; rest != 0; rest &= rest - 1) {
            int shift = Long.numberOfTrailingZeros(rest);
            boolean negative = (minus >> shift & 1) != 0;
            terms.add(new Term(node, shift, negative ^ value < 0));
        }
        return terms;
    }

    private static long magnitude(long value) {
        if (value > MOST || value < -MOST) {
            throw new IllegalArgumentException("a constant of " + value);
        }
        return Math.abs(value);
    }
}
