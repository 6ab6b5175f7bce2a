/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

/**
 * The raw values between two layers, of several images at once: one row per value in CHW order, one column per image.
 * {@code ints} or {@code longs} holds them, or both where they are read in both forms; the other is null. Loops over a row
 * have no dependency between columns, so that the just-in-time compiler turns them into vector instructions.
 */
final class Activations {
    final int[][] ints;
    final long[][] longs;

    private Activations(int[][] ints, long[][] longs) {
        this.ints = ints;
        this.longs = longs;
    }

    /**
     * Room for values.
     *
     * @param asInts  whether a layer reads ints
     * @param asLongs whether a layer reads longs; so they are kept too if none reads ints
     */
    static Activations create(boolean asInts, boolean asLongs, int values, int images) {
        return new Activations(
                asInts ? new int[values][images] : null, asLongs || !asInts ? new long[values][images] : null);
    }

    long get(int value, int image) {
        return longs == null ? ints[value][image] : longs[value][image];
    }

    void set(int value, int image, long raw) {
        if (ints != null) {
            ints[value][image] = (int) raw;
        }
        if (longs != null) {
            longs[value][image] = raw;
        }
    }

    /** Copies a row, in whatever form it is there. */
    void read(int value, long[] row) {
        if (longs != null) {
            System.arraycopy(longs[value], 0, row, 0, row.length);
        } else {
            int[] source = ints[value];
            for (int i = 0; i < row.length; i++) {
                row[i] = source[i];
            }
        }
    }

    /** Writes a row. */
    void write(int value, long[] row) {
        if (longs != null) {
            System.arraycopy(row, 0, longs[value], 0, row.length);
        }
        if (ints != null) {
            int[] target = ints[value];
            for (int i = 0; i < row.length; i++) {
                target[i] = (int) row[i];
            }
        }
    }
}
