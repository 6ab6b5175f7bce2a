/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;

/**
 * How 8-bit pixels enter the network.
 *
 * @param format     of the first layer's input
 * @param rawByPixel the raw input value of each of the 256 pixel values (that is {@code pixel / 255} in the format)
 */
public record QuantizedInput(Shape shape, FixedPointFormat format, RawVector rawByPixel) {
    public static final int PIXEL_VALUES = 256;

    public QuantizedInput {
        if (rawByPixel.size() != PIXEL_VALUES) {
            throw new IllegalArgumentException("a pixel table has 256 entries, not " + rawByPixel.size());
        }
        rawByPixel.checkFits(format);
    }
}
