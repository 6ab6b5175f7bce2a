/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;

/**
 * Raw weights and bias. The product of an input and a weight, and the bias, are brought to the accumulator's binary
 * point exactly (shifted left only).
 *
 * @param weights convolution: OIHW; dense: output, input with the input in CHW order
 * @param bias    one per output, in {@code biasFormat}
 */
public record QuantizedAffine(
        FixedPointFormat weightFormat, RawVector weights, FixedPointFormat biasFormat, RawVector bias) {
    public QuantizedAffine {
        if (bias.size() == 0 || weights.size() == 0 || weights.size() % bias.size() != 0) {
            throw new IllegalArgumentException(
                    weights.size() + " weights are not a multiple of " + bias.size() + " outputs");
        }
        weights.checkFits(weightFormat);
        bias.checkFits(biasFormat);
    }

    /** The least number of fraction bits that represents products with such inputs, and the bias. */
    public int accumulatorFractionBits(FixedPointFormat inputFormat) {
        return Math.max(inputFormat.fractionBits() + weightFormat.fractionBits(), biasFormat.fractionBits());
    }

    public int outputs() {
        return bias.size();
    }

    /** Number of inputs that one output sums. */
    public int fanIn() {
        return weights.size() / bias.size();
    }
}
