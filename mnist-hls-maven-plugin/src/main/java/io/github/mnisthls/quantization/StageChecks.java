/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;

/** What holds for every quantized layer of a kind. */
final class StageChecks {
    private StageChecks() {}

    static void check(String layer, Shape output, Shape expected) {
        if (!output.equals(expected)) {
            throw new IllegalArgumentException("layer " + layer + " gives " + Shape.named(expected, ", not ", output));
        }
    }

    static void check(
            String layer,
            QuantizedAffine affine,
            int fanIn,
            FixedPointFormat inputFormat,
            FixedPointFormat accumulatorFormat) {
        if (affine.fanIn() != fanIn) {
            throw new IllegalArgumentException(
                    "layer " + layer + " has " + affine.fanIn() + " weights per output and needs " + fanIn);
        }
        if (accumulatorFormat.fractionBits() < affine.accumulatorFractionBits(inputFormat)) {
            throw new IllegalArgumentException("layer " + layer + ": the accumulator " + accumulatorFormat
                    + " has too few fraction bits for exact sums");
        }
    }
}
