/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

/**
 * The raw values between two layers, of several images at once: one row per value in CHW order, one column per image.
 * Either {@code ints} or {@code longs} holds them, the other is null. Loops over a row have no dependency between
 * columns, so that the just-in-time compiler turns them into vector instructions.
 */
final class Activations {
    final int[][] ints;
    final long[][] longs;

    private Activations(int[][] ints, long[][] longs) {
        this.ints = ints;
        this.longs = longs;
    }

    static Activations create(boolean narrow, int values, int images) {
        return narrow
                ? new Activations(new int[values][images], null)
                : new Activations(null, new long[values][images]);
    }

    boolean narrow() {
        return ints != null;
    }

    long get(int value, int image) {
        return narrow() ? ints[value][image] : longs[value][image];
    }

    void set(int value, int image, long raw) {
        if (narrow()) {
            ints[value][image] = (int) raw;
        } else {
            longs[value][image] = raw;
        }
    }
}
