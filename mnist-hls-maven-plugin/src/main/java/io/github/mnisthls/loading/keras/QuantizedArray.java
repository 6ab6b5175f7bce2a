/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.loading.layer.Grid;
import io.github.mnisthls.network.FloatVector;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Trained values as the layer uses them.
 *
 * @param values rounded, if the layer rounds them
 * @param format that they were trained for, if there is one
 */
record QuantizedArray(FloatVector values, Optional<FixedPointFormat> format) {
    /** Compared as a float32, as the values are. */
    private static final double DEFAULT_THRESHOLD = 0.33;

    static QuantizedArray plain(float... values) {
        return new QuantizedArray(FloatVector.of(values), Optional.empty());
    }

    /** Rounds as the quantizer of weights, or of biases, does. */
    static QuantizedArray of(Quantizer quantizer, boolean weights, float... values) {
        int scale = quantizer.scaleExponent(weights);
        double alpha = Math.scalb(1.0, scale);
        QuantizedArray result;
        if (quantizer.isSign()) {
            boolean bits = quantizer.config().truth("use_01", false);
            double low = bits ? 0 : -alpha;
            result = rounded(values, value -> value >= 0 ? alpha : low, grid(scale, bits ? 0 : -1));
        } else if (quantizer.kind().equals(Quantizer.TERNARY)) {
            float threshold = (float) quantizer.config().number("threshold", DEFAULT_THRESHOLD);
            result = rounded(
                    values, value -> Math.abs(value) >= threshold ? Math.copySign(alpha, value) : 0, grid(scale, -1));
        } else {
            Grid grid = quantizer.grid();
            result = rounded(values, value -> grid.round(value) * alpha, grid.shifted(scale));
        }
        quantizer.config().ignore("bits", "integer", "symmetric", "keep_negative");
        quantizer.checkAllRead();
        return result;
    }

    private static Grid grid(int exponent, int lowest) {
        return new Grid(exponent, lowest, 1, Rounding.AP_RND_CONV);
    }

    private static QuantizedArray rounded(float[] values, DoubleUnaryOperator rounding, Grid grid) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) rounding.applyAsDouble(values[i]);
        }
        return new QuantizedArray(FloatVector.of(rounded), Optional.of(grid.format()));
    }
}
