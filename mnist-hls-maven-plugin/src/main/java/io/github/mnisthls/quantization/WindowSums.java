/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What sums under a sliding window can be, from the actual weights. */
final class WindowSums {
    private final Window window;
    private final List<WindowSpans.Span> spans;

    private WindowSums(Window window, Shape input, Shape output) {
        this.window = window;
        this.spans = WindowSpans.of(window, input, output);
    }

    static Sums convolution(
            QuantizedAffine affine,
            FixedPointFormat inputFormat,
            Window window,
            Shape input,
            Shape output,
            List<RawRange> inputs) {
        int area = window.area();
        return new WindowSums(window, input, output)
                .affine(affine, inputFormat, channel -> term -> inputs.get(term / area));
    }

    static Sums depthwise(
            QuantizedAffine affine,
            FixedPointFormat inputFormat,
            Window window,
            Shape input,
            Shape output,
            List<RawRange> inputs) {
        int multiplier = output.channels() / input.channels();
        return new WindowSums(window, input, output)
                .affine(affine, inputFormat, channel -> term -> inputs.get(channel / multiplier));
    }

    static Sums dense(QuantizedAffine affine, FixedPointFormat inputFormat, Shape input, List<RawRange> inputs) {
        return convolution(affine, inputFormat, Window.whole(input), input, Shape.vector(affine.outputs()), inputs);
    }

    /** @param inputs by output channel and term, what the term's input can be */
    private Sums affine(
            QuantizedAffine affine, FixedPointFormat inputFormat, IntFunction<IntFunction<RawRange>> inputs) {
        int fraction = affine.accumulatorFractionBits(inputFormat);
        int productShift =
                fraction - inputFormat.fractionBits() - affine.weightFormat().fractionBits();
        int biasShift = fraction - affine.biasFormat().fractionBits();
        List<RawRange> results = new ArrayList<>();
        List<RawRange> partial = new ArrayList<>();
        for (int o = 0; o < affine.outputs(); o++) {
            RawRange[] products = products(affine, o, productShift, inputs.apply(o));
            BigInteger raw = RawRange.integer(affine.bias().get(o), affine.biasFormat());
            RawRange bias = RawRange.constant(raw.shiftLeft(biasShift));
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

    private static RawRange[] products(QuantizedAffine affine, int output, int shift, IntFunction<RawRange> inputs) {
        RawRange[] products = new RawRange[affine.fanIn()];
        for (int i = 0; i < products.length; i++) {
            BigInteger weight =
                    RawRange.integer(affine.weights().get(output * products.length + i), affine.weightFormat());
            products[i] = inputs.apply(i).times(weight.shiftLeft(shift));
        }
        return products;
    }

    /** The sums of windows of one channel, without a factor; padding is zero. */
    static RawRange sum(Window window, RawRange input) {
        RawRange sum = input.times(BigInteger.valueOf(window.area()));
        return window.padding().isNone() ? sum : sum.hull(RawRange.ZERO);
    }
}
