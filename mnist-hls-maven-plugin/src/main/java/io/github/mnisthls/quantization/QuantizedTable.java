/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/**
 * A function of each value by itself that is looked up: the value is converted to an index, the index has an entry.
 * Sigmoid, hyperbolic tangent.
 *
 * @param indexFormat of at most {@value #MAX_INDEX_BITS} bits; saturates
 * @param entries     raw results, one for each index: that of raw index {@code i} at place {@code i}, negative ones behind,
 *                    as their bits read without a sign
 */
@JsonTypeName("table")
public record QuantizedTable(
        String name,
        Shape input,
        FixedPointFormat inputFormat,
        FixedPointFormat indexFormat,
        RawVector entries,
        FixedPointFormat outputFormat)
        implements QuantizedLayer.Unary {
    public static final int MAX_INDEX_BITS = 12;

    public QuantizedTable {
        if (indexFormat.width() > MAX_INDEX_BITS || entries.size() != 1 << indexFormat.width()) {
            throw new IllegalArgumentException(
                    "layer " + name + " has " + entries.size() + " entries for an index of " + indexFormat);
        }
        entries.checkFits(outputFormat);
    }

    /** The place of a raw index among the entries. */
    public int place(long rawIndex) {
        return (int) (rawIndex & (entries.size() - 1));
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public FixedPointFormat accumulatorFormat() {
        return outputFormat;
    }

    @Override
    public Clamp clamp() {
        return Clamp.NONE;
    }

    @Override
    public boolean accumulates() {
        return false;
    }

    @Override
    public long macs() {
        return 0;
    }

    /** Any entry may come. */
    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        RawRange all = RawRange.constant(RawRange.integer(entries.get(0), outputFormat));
        for (int i = 1; i < entries.size(); i++) {
            BigInteger entry = RawRange.integer(entries.get(i), outputFormat);
            all = all.hull(RawRange.constant(entry));
        }
        return Sums.of(Collections.nCopies(inputs.size(), all));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.table(this);
    }
}
