/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;

/** A stage that gives values of its input as they are, and zeros, at other places. */
public sealed interface UnchangedValues extends QuantizedLayer.Unary
        permits QuantizedPad, QuantizedCrop, QuantizedUpsample {
    @Override
    default FixedPointFormat accumulatorFormat() {
        return inputFormat();
    }

    @Override
    default FixedPointFormat outputFormat() {
        return inputFormat();
    }

    @Override
    default Clamp clamp() {
        return Clamp.NONE;
    }

    @Override
    default boolean accumulates() {
        return false;
    }

    @Override
    default long macs() {
        return 0;
    }
}
