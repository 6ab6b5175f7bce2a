/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** How often each pair occurs. Counts of millions of pairs change, which boxed keys would make slow. */
final class PairCounts {
    private static final int FIRST_SIZE = 1 << 12;
    private static final long FREE = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];
    private int used;

    PairCounts() {
        Arrays.fill(keys, FREE);
    }

    /** What the count is then. */
    int add(long pair, int more) {
        int slot = slot(pair);
        if (keys[slot] == FREE) {
            if (used * 2 >= keys.length) {
                grow();
                slot = slot(pair);
            }
            keys[slot] = pair;
            used++;
        }
        counts[slot] += more;
        return counts[slot];
    }

    int count(long pair) {
        return counts[slot(pair)];
    }

    /** Visits each pair that occurs at least so often, in any order. */
    void each(int least, LongConsumer visitor) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] >= least) {
                visitor.accept(keys[slot]);
            }
        }
    }

    private int slot(long pair) {
        int mask = keys.length - 1;
        int slot = (int) ((pair * SPREAD) >>> 32) & mask;
        while (keys[slot] != FREE && keys[slot] != pair) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Pairs that no longer occur are left behind. */
    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        long living = Arrays.stream(oldCounts).filter(count -> count > 0).count();
        int size = Math.max(FIRST_SIZE, Integer.highestOneBit((int) living) * 8);
        keys = new long[size];
        counts = new int[size];
        Arrays.fill(keys, FREE);
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
                used++;
            }
        }
    }
}
