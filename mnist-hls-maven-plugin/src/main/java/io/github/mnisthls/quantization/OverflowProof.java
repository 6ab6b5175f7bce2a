/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The exact worst case of every accumulator over all images, from the actual weights. The ranges of a layer's inputs
 * are those that the layer before it can give, channel by channel, beginning with the entries of the pixel table.
 */
public final class OverflowProof {
    private OverflowProof() {}

    /**
     * One proof per layer.
     *
     * @throws IllegalArgumentException if an accumulator can overflow; the message names the layer and the range
     */
    public static List<LayerRange> of(QuantizedNetwork network) {
        List<LayerRange> proofs = new ArrayList<>();
        List<RawRange> ranges = inputRanges(network.input());
        for (QuantizedLayer layer : network.layers()) {
            LayerRange proof = of(layer, ranges);
            proofs.add(proof);
            ranges = proof.converted();
        }
        return List.copyOf(proofs);
    }

    /** Per channel, what the pixel table gives. */
    static List<RawRange> inputRanges(QuantizedInput input) {
        RawRange table =
                RawRange.of(input.rawByPixel().get(0), input.rawByPixel().get(0));
        for (int pixel = 1; pixel < QuantizedInput.PIXEL_VALUES; pixel++) {
            long raw = input.rawByPixel().get(pixel);
            table = table.hull(RawRange.of(raw, raw));
        }
        return Collections.nCopies(input.shape().channels(), table);
    }

    static LayerRange of(QuantizedLayer layer, List<RawRange> inputs) {
        int fraction = layer.accumulatorFormat().fractionBits();
        Sums sums;
        if (layer instanceof QuantizedConv2d conv) {
            sums = convolution(conv.affine(), conv.inputFormat(), conv.window(), conv.input(), conv.output(), inputs);
        } else if (layer instanceof QuantizedDense dense) {
            sums = dense(dense.affine(), dense.inputFormat(), dense.input(), inputs);
        } else if (layer instanceof QuantizedAveragePool pool) {
            sums = average(pool.window(), pool.reciprocal(), inputs);
        } else {
            sums = new Sums(inputs, inputs);
        }
        return range(layer.name(), sums, fraction, layer.accumulatorFormat(), layer.outputFormat(), layer.relu());
    }

    /**
     * Holds a layer against a proof that was made of it.
     *
     * @throws IllegalArgumentException if the accumulator is narrower than its proved range
     */
    static void check(QuantizedLayer layer, LayerRange proof) {
        check(layer.name(), layer.accumulatorFormat(), proof.partialSums());
    }

    private static void check(String layer, FixedPointFormat accumulator, RawRange partialSums) {
        if (!RawRange.of(accumulator).contains(partialSums)) {
            throw new IllegalArgumentException("the accumulator " + accumulator + " of layer " + layer
                    + " can overflow: its sums are from " + partialSums);
        }
    }

    static LayerRange range(
            String layer,
            Sums sums,
            int fractionBits,
            FixedPointFormat accumulator,
            FixedPointFormat output,
            boolean relu) {
        RawRange partialSums = hull(sums.partial());
        check(layer, accumulator, partialSums);
        List<RawRange> converted = new ArrayList<>();
        for (RawRange result : sums.results()) {
            converted.add(convert(relu ? result.relu() : result, accumulator, output));
        }
        return new LayerRange(layer, hull(sums.results()), partialSums, fractionBits, converted);
    }

    /**
     * What the sums can be, per output channel.
     *
     * @param results of all terms
     * @param partial of any terms, none included, in any order
     */
    record Sums(List<RawRange> results, List<RawRange> partial) {}

    static Sums dense(QuantizedAffine affine, FixedPointFormat inputFormat, Shape input, List<RawRange> inputs) {
        Window whole = new Window(input.height(), input.width(), 1, 1, Padding.NONE);
        return convolution(affine, inputFormat, whole, input, Shape.vector(affine.outputs()), inputs);
    }

    static Sums convolution(
            QuantizedAffine affine,
            FixedPointFormat inputFormat,
            Window window,
            Shape input,
            Shape output,
            List<RawRange> inputs) {
        int fraction = affine.accumulatorFractionBits(inputFormat);
        int productShift =
                fraction - inputFormat.fractionBits() - affine.weightFormat().fractionBits();
        int biasShift = fraction - affine.biasFormat().fractionBits();
        List<WindowSpans.Span> spans = WindowSpans.of(window, input, output);
        List<RawRange> results = new ArrayList<>();
        List<RawRange> partial = new ArrayList<>();
        for (int o = 0; o < affine.outputs(); o++) {
            RawRange[] products = products(affine, o, productShift, window.area(), inputs);
            RawRange bias =
                    constant(integer(affine.bias().get(o), affine.biasFormat()).shiftLeft(biasShift));
            RawRange result = null;
            RawRange any = RawRange.ZERO;
            for (WindowSpans.Span span : spans) {
                RawRange sum = bias;
                RawRange anySum = bias.hull(RawRange.ZERO);
                for (int i = 0; i < products.length; i++) {
                    int tap = i % window.area();
                    if (span.holds(tap / window.kernelWidth(), tap % window.kernelWidth())) {
                        sum = sum.plus(products[i]);
                        anySum = anySum.plus(products[i].hull(RawRange.ZERO));
                    }
                }
                result = result == null ? sum : result.hull(sum);
                any = any.hull(anySum);
            }
            results.add(result);
            partial.add(any);
        }
        return new Sums(results, partial);
    }

    private static RawRange[] products(QuantizedAffine affine, int output, int shift, int area, List<RawRange> inputs) {
        RawRange[] products = new RawRange[affine.fanIn()];
        for (int i = 0; i < products.length; i++) {
            BigInteger weight = integer(affine.weights().get(output * products.length + i), affine.weightFormat());
            products[i] = inputs.get(i / area).times(weight.shiftLeft(shift));
        }
        return products;
    }

    static Sums average(Window window, long reciprocal, List<RawRange> inputs) {
        BigInteger factor = BigInteger.valueOf(reciprocal);
        List<RawRange> results = new ArrayList<>();
        List<RawRange> partial = new ArrayList<>();
        for (RawRange input : inputs) {
            RawRange product = sum(window, input).times(factor);
            results.add(product);
            partial.add(product.hull(RawRange.ZERO));
        }
        return new Sums(results, partial);
    }

    /** The sum of one window. */
    static RawRange sum(Window window, RawRange input) {
        return input.times(BigInteger.valueOf(window.area()));
    }

    static RawRange hull(List<RawRange> ranges) {
        return ranges.stream().reduce(RawRange::hull).orElseThrow();
    }

    /** Saturation keeps the order, so that the ends of the range tell all; other modes may jump. */
    private static RawRange convert(RawRange range, FixedPointFormat from, FixedPointFormat to) {
        if (from.equals(to)) {
            return range;
        }
        boolean ordered = to.overflow() == Overflow.AP_SAT || to.overflow() == Overflow.AP_SAT_SYM;
        if (ordered || fits(range, from, to)) {
            BigInteger min = integer(to.quantize(range.min().longValue(), from), to);
            BigInteger max = integer(to.quantize(range.max().longValue(), from), to);
            return new RawRange(min, max);
        }
        return RawRange.of(to).hull(RawRange.ZERO);
    }

    /** Whether no value of the range can be out of range in the other format, whichever way it is rounded. */
    static boolean fits(RawRange range, FixedPointFormat from, FixedPointFormat to) {
        int shift = to.fractionBits() - from.fractionBits();
        BigInteger below = range.min().shiftLeft(shift);
        BigInteger above = range.max().negate().shiftLeft(shift).negate();
        return RawRange.of(to).contains(new RawRange(below, above));
    }

    static BigInteger integer(long raw, FixedPointFormat format) {
        return format.signed() ? BigInteger.valueOf(raw) : new BigInteger(Long.toUnsignedString(raw));
    }

    private static RawRange constant(BigInteger value) {
        return new RawRange(value, value);
    }
}
