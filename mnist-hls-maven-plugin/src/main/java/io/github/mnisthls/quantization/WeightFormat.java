/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.FloatVector;

/**
 * How a layer's weights become integers.
 *
 * @param format of the integers
 * @param signs  whether they are 1 and -1 only, so that nothing becomes 0
 */
public record WeightFormat(FixedPointFormat format, boolean signs) {
    /** A format that says all. */
    static WeightFormat of(FixedPointFormat format) {
        return new WeightFormat(format, false);
    }

    /** As wide, with one fraction bit less. */
    WeightFormat coarser() {
        return new WeightFormat(
                new FixedPointFormat(
                        format.width(),
                        format.integerBits() + 1,
                        format.signed(),
                        format.rounding(),
                        format.overflow()),
                signs);
    }

    /** The raw value of a weight. */
    public long quantize(double weight) {
        return signs ? sign(weight) : format.quantize(weight);
    }

    private static long sign(double weight) {
        return weight < 0 ? -1 : 1;
    }

    RawVector quantize(FloatVector weights) {
        long[] raw = new long[weights.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = quantize(weights.get(i));
        }
        return RawVector.of(raw);
    }

    /** The sum of the squares of what quantizing changes. */
    double squaredError(FloatVector weights) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            double error = format.toDouble(quantize(weights.get(i))) - weights.get(i);
            sum += error * error;
        }
        return sum;
    }
}
