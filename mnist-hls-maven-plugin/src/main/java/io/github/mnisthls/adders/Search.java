/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

/**
 * One way to look for a graph.
 *
 * @param rows    that may stand one on the other, as {@link RowTree} has it
 * @param variant 0 to follow the scores exactly; else they are changed a little, by other amounts in each variant
 */
record Search(int rows, int variant) {
    private static final double NOISE = 0.15;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xBF58476D1CE4E5B9L;
    private static final int FRACTION_BITS = 20;

    /**
     * Of a pair that several sums have: the highest is made a node first. What occurs often counts, times the bits where
     * both terms have some: those are added, the others pass by.
     *
     * @param first  without the pair's common shift, as {@code second}
     */
    double score(long pair, int count, Term first, Term second, GraphBuilder graph) {
        int high = Math.min(graph.top(first), graph.top(second));
        double exact = (double) count * Math.max(1, high - Math.max(first.shift(), second.shift()));
        return variant == 0 ? exact : exact * (1 + NOISE * fraction(pair));
    }

    /** From 0 to 1, by pair and variant. */
    private double fraction(long pair) {
        long mixed = (pair + variant * SPREAD) * MIX;
        mixed = (mixed ^ (mixed >>> 31)) * SPREAD;
        return (mixed >>> (Long.SIZE - FRACTION_BITS)) / (double) (1 << FRACTION_BITS);
    }
}
