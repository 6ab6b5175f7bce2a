/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

/** Random numbers that depend on nothing but their keys (SplitMix64). Not thread-safe. */
public final class SeededRandom {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /** Different keys, or keys in a different order, give independent numbers. */
    public SeededRandom(long... keys) {
        for (long key : keys) {
            state = mix(state + GOLDEN) ^ mix(key + GOLDEN);
        }
    }

    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to below 1. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** From {@code -limit} to below {@code limit}. */
    public double nextSigned(double limit) {
        return (2 * nextDouble() - 1) * limit;
    }

    /** From 0 to {@code bound - 1}. */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** The numbers 0 to {@code count - 1} in random order. */
    public int[] permutation(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
