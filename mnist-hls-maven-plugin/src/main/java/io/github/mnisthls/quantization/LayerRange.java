/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import java.math.BigInteger;
import java.util.List;

/**
 * What one layer can compute at all, proved from its weights and its inputs' ranges. Raw values at the accumulator's
 * binary point.
 *
 * @param accumulator  the exact smallest and largest result over all inputs, before ReLU and conversion
 * @param partialSums  holds every partial sum in every order of summation, and so {@code accumulator}
 * @param fractionBits of the accumulator
 * @param converted    per output channel, what is left after ReLU and conversion, in the output format
 */
public record LayerRange(
        String layer, RawRange accumulator, RawRange partialSums, int fractionBits, List<RawRange> converted) {
    public LayerRange {
        converted = List.copyOf(converted);
    }

    /** The smallest result as a number. */
    public double minValue() {
        return value(accumulator.min());
    }

    /** The largest result as a number. */
    public double maxValue() {
        return value(accumulator.max());
    }

    /** The bits of the narrowest accumulator that cannot overflow. */
    public int accumulatorBits() {
        return partialSums.bits();
    }

    private double value(BigInteger raw) {
        return Math.scalb(raw.doubleValue(), -fractionBits);
    }
}
