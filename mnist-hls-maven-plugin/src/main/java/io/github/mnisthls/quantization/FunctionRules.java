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
import io.github.mnisthls.network.Quantize;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.quantization.QuantizedActivation.Slopes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Functions of single values: cuts, slopes, tables. */
final class FunctionRules implements ElementwiseLayer.Visitor<StageRule> {
    /** Bits of a slope beyond those of the result. */
    private static final int GUARD_BITS = 2;

    private static final int EXACT_RESULT_BITS = 16;
    private static final int MAX_SLOPE_BITS = 18;

    /** Beyond 2 to the power of so many integer bits less one (sign) a function moves by less than 16 bits show. */
    private static final int SIGMOID_BITS = 5;

    private static final int TANH_BITS = 4;

    @Override
    public StageRule relu(Relu layer) {
        return cut(Ends.RELU);
    }

    @Override
    public StageRule clip(Clip layer) {
        return cut(Ends.of(layer.lowest(), layer.highest()));
    }

    private static StageRule cut(Ends ends) {
        return new StageRule(StageKind.ELEMENTWISE, ends, parts -> lines(parts, Optional.empty()));
    }

    @Override
    public StageRule quantize(Quantize layer) {
        return StageRule.of(StageKind.ELEMENTWISE, parts -> lines(parts, Optional.empty()));
    }

    @Override
    public StageRule leakyRelu(LeakyRelu layer) {
        return StageRule.of(StageKind.ELEMENTWISE, parts -> {
            float[] slopes = new float[parts.stage().input().channels()];
            Arrays.fill(slopes, (float) layer.negativeSlope());
            return sloped(parts, FloatVector.of(slopes));
        });
    }

    /** @param slopes one per channel */
    static QuantizedLayer sloped(StageParts parts, FloatVector slopes) {
        int bits = parts.formats().outputs().map(FixedPointFormat::width).orElse(EXACT_RESULT_BITS) + GUARD_BITS;
        WeightFormat format = FormatChoice.forWeights(WeightLevels.of(Math.min(bits, MAX_SLOPE_BITS)), slopes);
        return lines(parts, Optional.of(new Slopes(format.format(), format.quantize(slopes))));
    }

    private static QuantizedLayer lines(StageParts parts, Optional<Slopes> slopes) {
        int fraction = parts.inputFormat().fractionBits()
                + slopes.map(Slopes::format).map(FixedPointFormat::fractionBits).orElse(0);
        int integerBits = FixedPointFormat.MAX_WIDTH - fraction;
        Sums sums = lines(parts, slopes, FixedPointFormat.signed(FixedPointFormat.MAX_WIDTH, integerBits))
                .sums(parts.inputs());
        return lines(parts, slopes, sums.hull().narrowestFormat(fraction));
    }

    private static QuantizedLayer lines(StageParts parts, Optional<Slopes> slopes, FixedPointFormat accumulator) {
        return new QuantizedActivation(
                parts.stage().name(),
                parts.stage().input(),
                parts.inputFormat(),
                slopes,
                accumulator,
                parts.output(accumulator),
                parts.clamp(accumulator));
    }

    @Override
    public StageRule sigmoid(Sigmoid layer) {
        return StageRule.of(StageKind.LOOKS_UP, parts -> table(parts, Sigmoid::of, SIGMOID_BITS));
    }

    @Override
    public StageRule tanh(Tanh layer) {
        return StageRule.of(StageKind.LOOKS_UP, parts -> table(parts, StrictMath::tanh, TANH_BITS));
    }

    /** The logits have no format of their own; a table needs one. */
    private static QuantizedLayer table(StageParts parts, DoubleUnaryOperator function, int movingBits) {
        FixedPointFormat index = index(parts.inputFormat(), movingBits);
        FixedPointFormat output = parts.formats()
                .outputs()
                .orElse(new FixedPointFormat(EXACT_RESULT_BITS, 1, true, Rounding.AP_RND, Overflow.AP_SAT));
        long[] entries = new long[1 << index.width()];
        for (long raw = index.minRaw(); raw <= index.maxRaw(); raw++) {
            entries[(int) (raw & (entries.length - 1))] = output.quantize(function.applyAsDouble(index.toDouble(raw)));
        }
        return new QuantizedTable(
                parts.stage().name(), parts.stage().input(), parts.inputFormat(), index, RawVector.of(entries), output);
    }

    /** The input's own format, or one of as many bits as a table may have where the function still moves. */
    private static FixedPointFormat index(FixedPointFormat input, int movingBits) {
        if (input.width() <= QuantizedTable.MAX_INDEX_BITS) {
            return input;
        }
        int integerBits = Math.min(input.integerBits(), input.signed() ? movingBits : movingBits - 1);
        return new FixedPointFormat(
                QuantizedTable.MAX_INDEX_BITS, integerBits, input.signed(), Rounding.AP_RND, Overflow.AP_SAT);
    }

    @Override
    public StageRule hardSigmoid(HardSigmoid layer) {
        return StageRule.none(StageKind.GONE);
    }
}
