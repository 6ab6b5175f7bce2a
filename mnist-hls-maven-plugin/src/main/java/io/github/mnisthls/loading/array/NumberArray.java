/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.array;

import java.util.List;

/** Numbers in row-major order, each of which a double holds exactly. */
public final class NumberArray {
    private final List<Integer> extents;
    private final double[] values;

    /**
     * An array.
     *
     * @param extents whose product is the number of values
     * @param values  in row-major order; kept as they are
     */
    public NumberArray(List<Integer> extents, double... values) {
        this.extents = List.copyOf(extents);
        this.values = values;
        long size = extents.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + extents);
        }
    }

    public List<Integer> extents() {
        return extents;
    }

    public int size() {
        return values.length;
    }

    /** A value by its place in the row-major order. */
    public double get(int index) {
        return values[index];
    }
}
