/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import java.util.List;

/**
 * How 8-bit pixels enter the network.
 *
 * @param format of the first layer's input
 * @param tables the raw input value of each of the 256 pixel values: one table for all channels, or one per channel
 */
public record QuantizedInput(Shape shape, FixedPointFormat format, List<RawVector> tables) {
    public static final int PIXEL_VALUES = PixelScaling.PIXEL_VALUES;

    public QuantizedInput {
        tables = List.copyOf(tables);
        if (tables.size() != 1 && tables.size() != shape.channels()) {
            throw new IllegalArgumentException(tables.size() + " pixel tables for " + shape.channels() + " channels");
        }
        for (RawVector table : tables) {
            if (table.size() != PIXEL_VALUES) {
                throw new IllegalArgumentException("a pixel table has 256 entries, not " + table.size());
            }
            table.checkFits(format);
        }
    }

    /** One table for all channels. */
    public QuantizedInput(Shape shape, FixedPointFormat format, RawVector table) {
        this(shape, format, List.of(table));
    }

    /** The table of a channel. */
    public RawVector table(int channel) {
        return tables.get(tables.size() == 1 ? 0 : channel);
    }
}
