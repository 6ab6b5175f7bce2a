/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.Arrays;

/** The constants that vectors are multiplied with: a row for each output, a column for each input. */
public final class ConstantMatrix {
    private final long[][] rows;

    private ConstantMatrix(long[][] rows) {
        this.rows = rows;
    }

    /**
     * A matrix of these rows.
     *
     * @param rows all of the same length, at least one
     */
    public static ConstantMatrix of(long[][] rows) {
        long[][] copy = Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new);
        if (copy.length == 0
                || copy[0].length == 0
                || Arrays.stream(copy).anyMatch(row -> row.length != copy[0].length)) {
            throw new IllegalArgumentException("rows of different or no length");
        }
        return new ConstantMatrix(copy);
    }

    /** Signed digits of a constant that are not 0: additions that it takes, and one more. */
    public static int digits(long constant) {
        return SignedDigits.count(constant);
    }

    public int outputs() {
        return rows.length;
    }

    public int inputs() {
        return rows[0].length;
    }

    public long at(int output, int input) {
        return rows[output][input];
    }

    /** The constants of one output. */
    long[] row(int output) {
        return rows[output].clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConstantMatrix matrix && Arrays.deepEquals(rows, matrix.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }
}
