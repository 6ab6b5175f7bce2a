/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean of each window; global average pooling is the window of the whole image. The accumulator is {@code sum *
 * reciprocal}, exactly; the padding's zeros are summed.
 *
 * @param reciprocalFormat unsigned
 * @param reciprocals      raw values in that format: a single one of {@code 1 / window.area()} where all windows are
 *                         divided alike; else {@code window.area()} of them, of {@code 1 / n} at place {@code n - 1}, for
 *                         windows of which {@code n} values lie inside the image
 */
@JsonTypeName("averagePool")
public record QuantizedAveragePool(
        String name,
        Shape input,
        Shape output,
        Window window,
        FixedPointFormat inputFormat,
        FixedPointFormat sumFormat,
        FixedPointFormat reciprocalFormat,
        RawVector reciprocals,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        Clamp clamp)
        implements QuantizedLayer.Unary {
    public QuantizedAveragePool {
        StageChecks.check(name, output, new AveragePool(name, window).outputShape(input));
        reciprocals.checkFits(reciprocalFormat);
        int fraction = inputFormat.fractionBits() + reciprocalFormat.fractionBits();
        if (sumFormat.fractionBits() != inputFormat.fractionBits() || accumulatorFormat.fractionBits() != fraction) {
            throw new IllegalArgumentException("layer " + name + ": the binary points of the sum " + sumFormat
                    + " and the accumulator " + accumulatorFormat + " are not those of exact arithmetic");
        }
        if (reciprocals.size() != 1 && reciprocals.size() != window.area()) {
            throw new IllegalArgumentException("layer " + name + " has " + reciprocals.size() + " reciprocals");
        }
        clamp.checkFits(name, accumulatorFormat);
    }

    /** Whether the padding's zeros do not count, so that windows at the edge are divided by less. */
    public boolean dividesByPosition() {
        return reciprocals.size() > 1;
    }

    /** Raw reciprocal for the window at this place of the output. */
    public long reciprocal(int row, int column) {
        return dividesByPosition()
                ? reciprocals.get(WindowSpans.valuesInside(window, input, row, column) - 1)
                : reciprocals.get(0);
    }

    @Override
    public List<Double> shares() {
        return IntStream.range(0, output.height() * output.width())
                .mapToObj(
                        place -> reciprocalFormat.toDouble(reciprocal(place / output.width(), place % output.width())))
                .toList();
    }

    @Override
    public long macs() {
        return 0;
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        return sums(window, reciprocals, inputs);
    }

    static Sums sums(Window window, RawVector reciprocals, List<RawRange> inputs) {
        boolean byPosition = reciprocals.size() > 1;
        List<RawRange> results = new ArrayList<>();
        List<RawRange> partial = new ArrayList<>();
        for (RawRange value : inputs) {
            RawRange products = RawRange.ZERO;
            for (int i = 0; i < reciprocals.size(); i++) {
                int count = byPosition ? i + 1 : window.area();
                BigInteger factor = BigInteger.valueOf(reciprocals.get(i)).multiply(BigInteger.valueOf(count));
                RawRange product = value.times(factor);
                products = i == 0 && window.padding().isNone() ? product : products.hull(product);
            }
            results.add(products);
            partial.add(products.hull(RawRange.ZERO));
        }
        return new Sums(results, partial);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.averagePool(this);
    }
}
