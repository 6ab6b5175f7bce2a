/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

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

    /** A copy. */
    public long[] toArray() {
        return values.clone();
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
