/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

/** Two terms of a sum without their common shift and sign, packed into one number as keys of {@link PairCounts} are. */
final class Pair {
    private static final int NODE_BITS = 20;

    /** More nodes than these have no place in a key. */
    private static final int MAX_NODES = 1 << NODE_BITS;

    private static final int SHIFT_BITS = 8;
    private static final int SHIFT_OFFSET = 1 << (SHIFT_BITS - 1);

    private Pair() {}

    /** The same for both orders. */
    static long of(Term one, Term other) {
        if (Math.max(one.node(), other.node()) >= MAX_NODES) {
            throw new IllegalArgumentException("an adder graph of more than " + MAX_NODES + " nodes");
        }
        boolean ordered = one.node() < other.node() || (one.node() == other.node() && one.shift() < other.shift());
        Term first = ordered ? one : other;
        Term second = ordered ? other : one;
        long nodes = (long) first.node() << NODE_BITS | second.node();
        int shift = second.shift() - first.shift() + SHIFT_OFFSET;
        return (nodes << SHIFT_BITS | shift) << 1 | (first.negative() == second.negative() ? 0 : 1);
    }

    static int first(long pair) {
        return (int) (pair >> (1 + SHIFT_BITS + NODE_BITS));
    }

    static int second(long pair) {
        return (int) (pair >> (1 + SHIFT_BITS)) & (MAX_NODES - 1);
    }

    /** Whether what would go with a term of the first node has a shift of at least 0. */
    static boolean hasPartner(long pair, Term first) {
        return first.shift() + shift(pair) >= 0;
    }

    /** What goes with a term of the first node. */
    static Term partner(long pair, Term first) {
        return new Term(second(pair), first.shift() + shift(pair), first.negative() ^ differ(pair));
    }

    /** How much farther to the left the second term is than the first. */
    static int shift(long pair) {
        return (int) (pair >> 1 & ((1 << SHIFT_BITS) - 1)) - SHIFT_OFFSET;
    }

    private static boolean differ(long pair) {
        return (pair & 1) != 0;
    }
}
