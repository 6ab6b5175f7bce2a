/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;

/**
 * Mean of each window; global average pooling is the window of the whole image. The accumulator is {@code sum *
 * reciprocal}, exactly.
 *
 * @param reciprocalFormat unsigned
 * @param reciprocal       raw value of {@code 1 / window.area()} in that format; exact for areas that are powers of two
 */
public record QuantizedAveragePool(
        String name,
        Shape input,
        Shape output,
        Window window,
        FixedPointFormat inputFormat,
        FixedPointFormat sumFormat,
        FixedPointFormat reciprocalFormat,
        long reciprocal,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        boolean relu)
        implements QuantizedLayer {
    public QuantizedAveragePool {
        LayerChecks.check(name, output, new AveragePool(name, window).outputShape(input));
        RawVector.of(reciprocal).checkFits(reciprocalFormat);
        int fraction = inputFormat.fractionBits() + reciprocalFormat.fractionBits();
        if (sumFormat.fractionBits() != inputFormat.fractionBits() || accumulatorFormat.fractionBits() != fraction) {
            throw new IllegalArgumentException("layer " + name + ": the binary points of the sum " + sumFormat
                    + " and the accumulator " + accumulatorFormat + " are not those of exact arithmetic");
        }
    }

    @Override
    public long macs() {
        return 0;
    }
}
