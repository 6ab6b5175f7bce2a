/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;

/**
 * How a layer's weights and biases are rounded.
 *
 * @param bias as wide as it can be, at the binary point of the biases
 */
public record AffineRounding(WeightFormat weights, FixedPointFormat bias) {
    static AffineRounding of(WeightFormat weights, int biasFraction) {
        return new AffineRounding(weights, biasFormat(biasFraction));
    }

    /** The widest format of biases with these fraction bits. */
    static FixedPointFormat biasFormat(int fractionBits) {
        return new FixedPointFormat(
                FixedPointFormat.MAX_WIDTH,
                FixedPointFormat.MAX_WIDTH - fractionBits,
                true,
                Rounding.AP_RND_CONV,
                Overflow.AP_SAT);
    }
}
