/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.Arrays;

/**
 * Pairs in the order of their scores, the highest first, and of equal scores the one with the lower number: a heap of
 * hundreds of thousands, which objects would make slow.
 */
final class PairQueue {
    private static final int FIRST_SIZE = 1 << 10;

    private double[] scores = new double[FIRST_SIZE];
    private long[] pairs = new long[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** The first of them. */
    long pair() {
        return pairs[0];
    }

    /** What {@link #add} was told of the first of them. */
    int count() {
        return counts[0];
    }

    void add(long pair, int count, double score) {
        if (size == pairs.length) {
            scores = Arrays.copyOf(scores, 2 * size);
            pairs = Arrays.copyOf(pairs, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        int at = size;
        size++;
        while (at > 0 && isBefore(score, pair, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        put(at, pair, count, score);
    }

    /** Leaves out the first of them. */
    void remove() {
        size--;
        double score = scores[size];
        long pair = pairs[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(scores[child + 1], pairs[child + 1], child)) {
                child++;
            }
            if (isBefore(score, pair, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, pair, counts[size], score);
    }

    private boolean isBefore(double score, long pair, int other) {
        return score > scores[other] || (score == scores[other] && pair < pairs[other]);
    }

    private void move(int from, int to) {
        put(to, pairs[from], counts[from], scores[from]);
    }

    private void put(int at, long pair, int count, double score) {
        scores[at] = score;
        pairs[at] = pair;
        counts[at] = count;
    }
}
