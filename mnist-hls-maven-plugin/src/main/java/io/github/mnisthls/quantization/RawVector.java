/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Arrays;

/** An immutable array of raw fixed-point integers. */
public final class RawVector {
    private final long[] values;

    private RawVector(long[] values) {
        this.values = values;
    }

    public static RawVector of(long... values) {
        return new RawVector(values.clone());
    }

    public int size() {
        return values.length;
    }

    public long get(int index) {
        return values[index];
    }

    /** Whether all are 0. */
    public boolean isZero() {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }

    /** A copy. */
    public long[] toArray() {
        return values.clone();
    }

    /** @throws IllegalArgumentException if the format cannot hold a value */
    void checkFits(FixedPointFormat format) {
        for (int i = 0; i < values.length; i++) {
            if (!format.holds(values[i])) {
                throw new IllegalArgumentException(
                        "value " + i + " is " + values[i] + ", which " + format + " cannot hold");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "RawVector[" + values.length + "]";
    }
}
