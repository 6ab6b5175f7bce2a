/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.quantization.QuantizedActivation.Slopes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Makes the integer form of functions of single values.
 *
 * @param inputs per input and channel, all that it can be
 */
record FunctionBuilder(
        Stage stage, FixedPointFormat inputFormat, List<List<RawRange>> inputs, FormatPlan.Formats formats)
        implements ElementwiseLayer.Visitor<QuantizedLayer> {
    /** Bits of a slope beyond those of the result. */
    private static final int GUARD_BITS = 2;

    private static final int EXACT_RESULT_BITS = 16;
    private static final int MAX_SLOPE_BITS = 18;

    /** Beyond 2 to the power of so many integer bits less one (sign) a function moves by less than 16 bits show. */
    private static final int SIGMOID_BITS = 5;

    private static final int TANH_BITS = 4;

    @Override
    public QuantizedLayer relu(Relu layer) {
        return lines(Optional.empty());
    }

    @Override
    public QuantizedLayer clip(Clip layer) {
        return lines(Optional.empty());
    }

    @Override
    public QuantizedLayer leakyRelu(LeakyRelu layer) {
        float[] slopes = new float[stage.input().channels()];
        Arrays.fill(slopes, (float) layer.negativeSlope());
        return sloped(FloatVector.of(slopes));
    }

    /** @param slopes one per channel */
    QuantizedLayer sloped(FloatVector slopes) {
        int bits = formats.outputs().map(FixedPointFormat::width).orElse(EXACT_RESULT_BITS) + GUARD_BITS;
        FixedPointFormat format = FormatChoice.forWeights(Math.min(bits, MAX_SLOPE_BITS), slopes);
        return lines(Optional.of(new Slopes(format, AffineBuilder.quantize(slopes, format))));
    }

    private QuantizedLayer lines(Optional<Slopes> slopes) {
        int fraction = inputFormat.fractionBits()
                + slopes.map(Slopes::format).map(FixedPointFormat::fractionBits).orElse(0);
        int integerBits = FixedPointFormat.MAX_WIDTH - fraction;
        Sums sums = lines(slopes, FixedPointFormat.signed(FixedPointFormat.MAX_WIDTH, integerBits))
                .sums(inputs);
        return lines(slopes, sums.hull().narrowestFormat(fraction));
    }

    private QuantizedLayer lines(Optional<Slopes> slopes, FixedPointFormat accumulator) {
        return new QuantizedActivation(
                stage.name(),
                stage.input(),
                inputFormat,
                slopes,
                accumulator,
                formats.outputs().orElse(accumulator),
                stage.ends().in(accumulator));
    }

    @Override
    public QuantizedLayer sigmoid(Sigmoid layer) {
        return table(Sigmoid::of, SIGMOID_BITS);
    }

    @Override
    public QuantizedLayer tanh(Tanh layer) {
        return table(StrictMath::tanh, TANH_BITS);
    }

    /** The logits have no format of their own; a table needs one. */
    private QuantizedLayer table(DoubleUnaryOperator function, int movingBits) {
        FixedPointFormat index = index(movingBits);
        FixedPointFormat output = formats.outputs()
                .orElse(new FixedPointFormat(EXACT_RESULT_BITS, 1, true, Rounding.AP_RND, Overflow.AP_SAT));
        long[] entries = new long[1 << index.width()];
        for (long raw = index.minRaw(); raw <= index.maxRaw(); raw++) {
            entries[(int) (raw & (entries.length - 1))] = output.quantize(function.applyAsDouble(index.toDouble(raw)));
        }
        return new QuantizedTable(stage.name(), stage.input(), inputFormat, index, RawVector.of(entries), output);
    }

    /** The input's own format, or one of as many bits as a table may have where the function still moves. */
    private FixedPointFormat index(int movingBits) {
        if (inputFormat.width() <= QuantizedTable.MAX_INDEX_BITS) {
            return inputFormat;
        }
        int integerBits = Math.min(inputFormat.integerBits(), inputFormat.signed() ? movingBits : movingBits - 1);
        return new FixedPointFormat(
                QuantizedTable.MAX_INDEX_BITS, integerBits, inputFormat.signed(), Rounding.AP_RND, Overflow.AP_SAT);
    }

    @Override
    public QuantizedLayer hardSigmoid(HardSigmoid layer) {
        throw LayerBuilder.noStage(layer);
    }
}
