/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.FloatVector;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Makes the integer weights and biases of a layer.
 *
 * @param meanInput mean of each input on the calibration images, in CHW order
 */
record AffineBuilder(Stage stage, FixedPointFormat inputFormat, Supplier<double[]> meanInput) {
    /** Bits for the sign, and for what the correction adds to a bias. */
    private static final int ROOM = 2;

    /** How many more fraction bits than those of the products a bias gets that shall be kept as it is. */
    private static final int EXACT_BIAS_BITS = 16;

    /** @throws IllegalArgumentException if a bias does not fit 64 bits */
    QuantizedAffine build(AffineParameters trained, FormatPlan.Formats formats) {
        WeightFormat rounding = formats.weights().orElseThrow();
        while (!formats.demandWeights()
                && !formats.keepsWeights()
                && !rounding.signs()
                && !leavesRoom(trained.bias(), rounding.format())) {
            // Weights too small to matter: finer ones would push the bias, or the whole sum, out of 64 bits.
            rounding = rounding.coarser();
        }
        return build(trained, formats, rounding);
    }

    private boolean leavesRoom(FloatVector bias, FixedPointFormat weightFormat) {
        int fraction = inputFormat.fractionBits() + weightFormat.fractionBits();
        double limit = Math.scalb(1.0, FixedPointFormat.MAX_WIDTH - ROOM - fraction);
        boolean fits = fraction <= FixedPointFormat.MAX_WIDTH;
        for (int i = 0; i < bias.size(); i++) {
            fits = fits && Math.abs(bias.get(i)) < limit;
        }
        return fits || weightFormat.fractionBits() <= 0;
    }

    private QuantizedAffine build(AffineParameters trained, FormatPlan.Formats formats, WeightFormat rounding) {
        FixedPointFormat weightFormat = rounding.format();
        int productFraction = inputFormat.fractionBits() + weightFormat.fractionBits();
        int biasFraction = Math.max(
                productFraction,
                formats.outputs().map(FixedPointFormat::fractionBits).orElse(productFraction));
        biasFraction = formats.keepsWeights() ? exactFraction(trained.bias(), biasFraction) : biasFraction;
        FixedPointFormat widest = AffineRounding.biasFormat(biasFraction);
        RawVector weights = rounding.quantize(trained.weights());
        double[] corrected = BiasCorrection.correct(stage, trained, weights, weightFormat, meanInput.get());
        RawVector bias = quantize(corrected, widest);
        int width = 1;
        for (int i = 0; i < bias.size(); i++) {
            long raw = bias.get(i);
            if (raw == widest.minRaw() || raw == widest.maxRaw()) {
                throw new IllegalArgumentException("Its bias " + corrected[i] + " does not fit into " + widest + ".");
            }
            width = Math.max(width, BigInteger.valueOf(raw).bitLength() + 1);
        }
        return new QuantizedAffine(
                weightFormat,
                weights,
                new FixedPointFormat(width, width - biasFraction, true, Rounding.AP_RND_CONV, Overflow.AP_SAT),
                bias);
    }

    /** Fraction bits that hold all values as they are, if a few more than these do; else these. */
    private static int exactFraction(FloatVector values, int fraction) {
        for (int bits = fraction; bits <= fraction + EXACT_BIAS_BITS; bits++) {
            int scale = bits;
            boolean exact = IntStream.range(0, values.size())
                    .mapToDouble(i -> Math.scalb((double) values.get(i), scale))
                    .allMatch(value -> value == Math.rint(value));
            if (exact) {
                return bits;
            }
        }
        return fraction;
    }

    private static RawVector quantize(double[] values, FixedPointFormat format) {
        return RawVector.of(Arrays.stream(values).mapToLong(format::quantize).toArray());
    }
}
