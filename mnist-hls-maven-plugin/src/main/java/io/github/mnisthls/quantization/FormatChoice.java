/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.FloatVector;
import java.util.ArrayList;
import java.util.List;

/** Where to put the binary point: finer steps against a few clipped values. */
final class FormatChoice {
    /** Clipping more than the top seven eighths of the range has never paid. */
    private static final int CLIPPED_BITS = 4;

    private FormatChoice() {}

    /**
     * Formats of this width, beginning with the finest that holds both ends of the range, then ever finer ones that
     * clip.
     */
    static List<FixedPointFormat> candidates(int width, boolean signed, double min, double max, Rounding rounding) {
        List<FixedPointFormat> candidates = new ArrayList<>();
        int widest = integerBits(width, signed, min, max);
        for (int clipped = 0; clipped < CLIPPED_BITS; clipped++) {
            int integerBits = Math.max(widest - clipped, FixedPointFormat.MIN_INTEGER_BITS);
            FixedPointFormat format = new FixedPointFormat(width, integerBits, signed, rounding, Overflow.AP_SAT);
            if (!candidates.contains(format)) {
                candidates.add(format);
            }
        }
        return candidates;
    }

    /** The first candidate of the least error. */
    static FixedPointFormat best(List<FixedPointFormat> candidates, double... errors) {
        int best = 0;
        for (int i = 1; i < errors.length; i++) {
            if (errors[i] < errors[best]) {
                best = i;
            }
        }
        return candidates.get(best);
    }

    /** The format of this width that represents these weights with the least squared error. */
    static FixedPointFormat forWeights(int width, FloatVector weights) {
        double min = 0;
        double max = 0;
        for (int i = 0; i < weights.size(); i++) {
            min = Math.min(min, weights.get(i));
            max = Math.max(max, weights.get(i));
        }
        List<FixedPointFormat> candidates = candidates(width, true, min, max, Rounding.AP_RND_CONV);
        double[] errors = new double[candidates.size()];
        for (int f = 0; f < errors.length; f++) {
            for (int i = 0; i < weights.size(); i++) {
                double error = candidates.get(f).toDouble(candidates.get(f).quantize(weights.get(i))) - weights.get(i);
                errors[f] += error * error;
            }
        }
        return best(candidates, errors);
    }

    /** The fewest integer bits that clip neither end by more than half a step. */
    private static int integerBits(int width, boolean signed, double min, double max) {
        double largest = Math.max(-min, max);
        int bits = (largest == 0 ? 0 : Math.getExponent(largest)) + (signed ? 1 : 0);
        bits = Math.min(Math.max(bits, FixedPointFormat.MIN_INTEGER_BITS), FixedPointFormat.MAX_INTEGER_BITS);
        while (bits < FixedPointFormat.MAX_INTEGER_BITS) {
            FixedPointFormat format = new FixedPointFormat(width, bits, signed, Rounding.AP_RND_CONV, Overflow.AP_SAT);
            if (!clips(format, max) && !(signed && clips(format, min))) {
                return bits;
            }
            bits++;
        }
        return bits;
    }

    private static boolean clips(FixedPointFormat format, double value) {
        return Math.abs(format.toDouble(format.quantize(value)) - value) > Math.scalb(0.5, -format.fractionBits());
    }
}
