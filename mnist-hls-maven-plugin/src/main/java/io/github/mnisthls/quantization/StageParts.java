/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What integer layers are made of, with the narrowest accumulator that no input can overflow.
 *
 * @param network      the float network
 * @param stage        which is to be made
 * @param inputFormats of what it takes
 * @param inputs       per input and channel, all that it can be
 * @param formats      that the precision demands
 * @param meanInput    mean of each value of the first input on the calibration images
 */
record StageParts(
        Network network,
        Stage stage,
        List<FixedPointFormat> inputFormats,
        List<List<RawRange>> inputs,
        FormatPlan.Formats formats,
        Supplier<double[]> meanInput) {

    /** @throws IllegalArgumentException if a format of more than 64 bits were needed */
    QuantizedLayer build() {
        return StageRule.of(stage.layer()).maker().apply(this);
    }

    FixedPointFormat inputFormat() {
        return inputFormats.get(0);
    }

    Operand operand(int input) {
        return new Operand(stage.inputShapes().get(input), inputFormats.get(input));
    }

    /** Of the two inputs, the larger number of fraction bits, with which both can be said. */
    int commonFraction() {
        return Math.max(inputFormats.get(0).fractionBits(), inputFormats.get(1).fractionBits());
    }

    FixedPointFormat output(FixedPointFormat accumulator) {
        return formats.outputs().orElse(accumulator);
    }

    Clamp clamp(FixedPointFormat accumulator) {
        return stage.ends().in(accumulator);
    }

    /** Tries the layer with an accumulator that holds anything, to see what it has to hold. */
    QuantizedLayer narrowest(int fractionBits, Function<FixedPointFormat, QuantizedLayer> layer) {
        int integerBits = FixedPointFormat.MAX_WIDTH - fractionBits;
        QuantizedLayer widest = layer.apply(FixedPointFormat.signed(FixedPointFormat.MAX_WIDTH, integerBits));
        return layer.apply(widest.sums(inputs).hull().narrowestFormat(fractionBits));
    }

    /** @param make of weights and accumulator */
    QuantizedLayer affine(Layer layer, BiFunction<QuantizedAffine, FixedPointFormat, QuantizedLayer> make) {
        QuantizedAffine affine =
                new AffineBuilder(stage, inputFormat(), meanInput).build(network.affine(layer), formats);
        return narrowest(affine.accumulatorFractionBits(inputFormat()), accumulator -> make.apply(affine, accumulator));
    }
}
