/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Window;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes one integer layer.
 *
 * @param inputs    what the layer's input can be, per channel
 * @param meanInput mean of each input on the calibration images
 */
record LayerBuilder(Stage stage, FixedPointFormat inputFormat, List<RawRange> inputs, Supplier<double[]> meanInput) {
    /** Bits of a reciprocal beyond those of the result, so that it adds no error that could be seen there. */
    private static final int GUARD_BITS = 2;

    private static final int EXACT_RESULT_BITS = 16;

    /** @throws IllegalArgumentException if a format of more than 64 bits were needed */
    QuantizedLayer build(FormatPlan.Formats formats, AffineParameters trained) {
        if (stage.layer() instanceof MaxPool pool) {
            return new QuantizedMaxPool(
                    pool.name(),
                    stage.input(),
                    stage.output(),
                    pool.window(),
                    inputFormat,
                    inputFormat,
                    Clamp.relu(stage.relu()));
        }
        return stage.isAffine() ? affine(formats, trained) : averagePool(formats);
    }

    private QuantizedLayer affine(FormatPlan.Formats formats, AffineParameters trained) {
        QuantizedAffine affine = quantize(trained, formats);
        int fraction = affine.accumulatorFractionBits(inputFormat);
        String name = stage.layer().name();
        if (stage.layer() instanceof Conv2d conv) {
            FixedPointFormat accumulator = narrowest(
                    WindowSums.convolution(affine, inputFormat, conv.window(), stage.input(), stage.output(), inputs),
                    fraction);
            return new QuantizedConv2d(
                    name,
                    stage.input(),
                    stage.output(),
                    conv.window(),
                    inputFormat,
                    affine,
                    accumulator,
                    formats.outputs().orElse(accumulator),
                    Clamp.relu(stage.relu()));
        }
        FixedPointFormat accumulator =
                narrowest(WindowSums.dense(affine, inputFormat, stage.input(), inputs), fraction);
        return new QuantizedDense(
                name,
                stage.input(),
                stage.output(),
                inputFormat,
                affine,
                accumulator,
                formats.outputs().orElse(accumulator),
                Clamp.relu(stage.relu()));
    }

    private QuantizedAffine quantize(AffineParameters trained, FormatPlan.Formats formats) {
        FixedPointFormat weightFormat = formats.weights().orElseThrow();
        int productFraction = inputFormat.fractionBits() + weightFormat.fractionBits();
        int biasFraction = Math.max(
                productFraction,
                formats.outputs().map(FixedPointFormat::fractionBits).orElse(productFraction));
        FixedPointFormat widest = new FixedPointFormat(
                FixedPointFormat.MAX_WIDTH,
                FixedPointFormat.MAX_WIDTH - biasFraction,
                true,
                Rounding.AP_RND_CONV,
                Overflow.AP_SAT);
        RawVector weights = quantize(trained.weights(), weightFormat);
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

    private static RawVector quantize(FloatVector values, FixedPointFormat format) {
        long[] raw = new long[values.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = format.quantize(values.get(i));
        }
        return RawVector.of(raw);
    }

    private static RawVector quantize(double[] values, FixedPointFormat format) {
        return RawVector.of(Arrays.stream(values).mapToLong(format::quantize).toArray());
    }

    private QuantizedLayer averagePool(FormatPlan.Formats formats) {
        Window window = stage.layer() instanceof AveragePool pool
                ? pool.window()
                : new Window(stage.input().height(), stage.input().width(), 1, 1, Padding.NONE);
        FixedPointFormat sum = inputs.stream()
                .map(input -> WindowSums.sum(window, input))
                .reduce(RawRange.ZERO, RawRange::hull)
                .narrowestFormat(inputFormat.fractionBits());
        int bits = formats.outputs().map(FixedPointFormat::width).orElse(EXACT_RESULT_BITS) + GUARD_BITS;
        FixedPointFormat reciprocalFormat =
                reciprocalFormat(window.area(), Math.min(bits, FixedPointFormat.MAX_WIDTH - sum.width()));
        long reciprocal = reciprocal(window.area(), reciprocalFormat);
        FixedPointFormat accumulator = narrowest(
                QuantizedAveragePool.sums(window, RawVector.of(reciprocal), inputs),
                inputFormat.fractionBits() + reciprocalFormat.fractionBits());
        return new QuantizedAveragePool(
                stage.layer().name(),
                stage.input(),
                stage.output(),
                window,
                inputFormat,
                sum,
                reciprocalFormat,
                RawVector.of(reciprocal),
                accumulator,
                formats.outputs().orElse(accumulator),
                Clamp.relu(stage.relu()));
    }

    private static FixedPointFormat reciprocalFormat(int area, int bits) {
        int exponent = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(area);
        return Integer.bitCount(area) == 1
                ? FixedPointFormat.unsigned(1, 1 - exponent)
                : FixedPointFormat.unsigned(bits, -exponent);
    }

    private static long reciprocal(int area, FixedPointFormat format) {
        BigInteger divisor = BigInteger.valueOf(area);
        BigInteger nearest = BigInteger.ONE
                .shiftLeft(format.fractionBits())
                .add(divisor.shiftRight(1))
                .divide(divisor);
        return nearest.min(RawRange.of(format).max()).longValue();
    }

    private static FixedPointFormat narrowest(Sums sums, int fractionBits) {
        return sums.hull().narrowestFormat(fractionBits);
    }
}
