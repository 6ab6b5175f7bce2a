/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.FloatVector;
import java.util.List;
import java.util.stream.IntStream;

/** Where to put the binary point: finer steps against a few clipped values. */
final class FormatChoice {
    /** Clipping more than the top seven eighths of the range has never paid. */
    private static final int CLIPPED_BITS = 4;
    /** Where one level stands for half of the range, the best step is near the mean, far below the largest value. */
    private static final int CLIPPED_BITS_OF_ONE_LEVEL = 7;

    /** Finer steps are no number of a network's, but what is left of a layer that does not count. */
    private static final int MOST_FRACTION_BITS = 40;

    private FormatChoice() {}

    /**
     * Formats of this width, beginning with the finest that holds both ends of the range, then ever finer ones that
     * clip.
     */
    static List<FixedPointFormat> candidates(int width, boolean signed, double min, double max, Rounding rounding) {
        return integerBits(width, signed, min, max, width == 1)
                .mapToObj(bits -> new FixedPointFormat(width, bits, signed, rounding, Overflow.AP_SAT))
                .toList();
    }

    private static IntStream integerBits(int width, boolean signed, double min, double max, boolean oneLevel) {
        int widest = integerBits(width, signed, min, max);
        return IntStream.range(0, oneLevel ? CLIPPED_BITS_OF_ONE_LEVEL : CLIPPED_BITS)
                .map(clipped -> Math.max(widest - clipped, width - MOST_FRACTION_BITS))
                .distinct();
    }

    /** The first candidate of the least error. */
    static <T> T best(List<T> candidates, double... errors) {
        int best = 0;
        for (int i = 1; i < errors.length; i++) {
            if (errors[i] < errors[best]) {
                best = i;
            }
        }
        return candidates.get(best);
    }

    /** The format of these levels that represents the weights with the least squared error. */
    static WeightFormat forWeights(WeightLevels levels, FloatVector weights) {
        double min = 0;
        double max = 0;
        for (int i = 0; i < weights.size(); i++) {
            min = Math.min(min, weights.get(i));
            max = Math.max(max, weights.get(i));
        }
        List<WeightFormat> candidates = integerBits(levels.width(), true, min, max, levels.hasOneAboveZero())
                .mapToObj(levels::at)
                .toList();
        double[] errors = candidates.stream()
                .mapToDouble(candidate -> candidate.squaredError(weights))
                .toArray();
        return best(candidates, errors);
    }

    /** The narrowest format that holds these values as they are, or else the best of the width that is the most. */
    static WeightFormat narrowest(int mostBits, FloatVector values) {
        return IntStream.range(2, mostBits)
                .mapToObj(width -> forWeights(WeightLevels.of(width), values))
                .filter(format -> format.squaredError(values) == 0)
                .findFirst()
                .orElseGet(() -> forWeights(WeightLevels.of(mostBits), values));
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
