/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedActivation.Slopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Draws quantized graphs of every kind of layer, with formats and integers that no training would give, and with the
 * narrowest accumulators that the proof allows.
 */
public final class RandomGraphs {
    private static final int LAYERS = 7;
    private static final int CLASSES = 3;
    private static final int LARGEST = 300;

    private final Random random;
    private final QuantizedInput input;
    private final List<QuantizedNode> nodes = new ArrayList<>();
    private final List<Operand> values = new ArrayList<>();
    private final List<List<RawRange>> ranges = new ArrayList<>();

    private RandomGraphs(long seed) {
        random = new Random(seed);
        Shape shape = new Shape(between(1, 3), between(3, 7), between(3, 7));
        FixedPointFormat format = format();
        int tables = random.nextBoolean() ? 1 : shape.channels();
        input = new QuantizedInput(
                shape,
                format,
                IntStream.range(0, tables)
                        .mapToObj(table -> raws(QuantizedInput.PIXEL_VALUES, format))
                        .toList());
        values.add(new Operand(shape, format));
        ranges.add(OverflowProof.inputRanges(input));
    }

    /** The graph of a seed. */
    public static QuantizedNetwork create(long seed) {
        return new RandomGraphs(seed).build();
    }

    private QuantizedNetwork build() {
        while (nodes.size() < LAYERS) {
            addAny();
        }
        List<Integer> logits = new ArrayList<>();
        for (int value = 0; value < values.size(); value++) {
            if (isUnread(value)) {
                logits.add(value);
            }
        }
        List<Integer> sums = new ArrayList<>();
        logits.forEach(value -> sums.add(dense(value)));
        int last = sums.get(0);
        for (int i = 1; i < sums.size(); i++) {
            last = sum(last, sums.get(i));
        }
        return new QuantizedNetwork("random", "test", input, nodes);
    }

    private boolean isUnread(int value) {
        return nodes.stream().noneMatch(node -> node.inputs().contains(value));
    }

    private void addAny() {
        int value = random.nextInt(values.size());
        Shape shape = values.get(value).shape();
        switch (random.nextInt(12)) {
            case 0 -> conv(value);
            case 1 -> depthwise(value);
            case 2 -> maxPool(value);
            case 3 -> averagePool(value);
            case 4 -> activation(value, random.nextBoolean());
            case 5 -> table(value);
            case 6 -> pad(value);
            case 7 -> crop(value);
            case 8 -> upsample(value);
            case 9, 10 -> same(shape).ifPresent(other -> sum(value, other));
            default -> alike(shape).ifPresent(other -> concat(value, other));
        }
    }

    /** A value of the same shape. */
    private Optional<Integer> same(Shape shape) {
        List<Integer> all = IntStream.range(0, values.size())
                .filter(value -> values.get(value).shape().equals(shape))
                .boxed()
                .toList();
        return Optional.of(all.get(random.nextInt(all.size())));
    }

    /** A value of as many rows and columns. */
    private Optional<Integer> alike(Shape shape) {
        List<Integer> all = IntStream.range(0, values.size())
                .filter(value -> values.get(value).shape().height() == shape.height()
                        && values.get(value).shape().width() == shape.width()
                        && values.get(value).shape().size() < LARGEST)
                .boxed()
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void conv(int value) {
        Operand in = values.get(value);
        Window window = window(in.shape(), false);
        int filters = between(1, 4);
        Shape out = window.slide("conv", in.shape(), filters);
        QuantizedAffine affine = affine(filters, in.shape().channels() * window.area());
        FixedPointFormat output = format();
        Clamp clamp = clamp();
        add(
                affine.accumulatorFractionBits(in.format()),
                accumulator -> new QuantizedConv2d(
                        name(), in.shape(), out, window, in.format(), affine, accumulator, output, clamp),
                value);
    }

    private void depthwise(int value) {
        Operand in = values.get(value);
        Window window = window(in.shape(), false);
        int outputs = in.shape().channels() * between(1, 2);
        Shape out = window.slide("depthwise", in.shape(), outputs);
        QuantizedAffine affine = affine(outputs, window.area());
        FixedPointFormat output = format();
        Clamp clamp = clamp();
        add(
                affine.accumulatorFractionBits(in.format()),
                accumulator -> new QuantizedDepthwise(
                        name(), in.shape(), out, window, in.format(), affine, accumulator, output, clamp),
                value);
    }

    private int dense(int value) {
        Operand in = values.get(value);
        QuantizedAffine affine = affine(CLASSES, in.shape().size());
        FixedPointFormat output = format();
        return add(
                affine.accumulatorFractionBits(in.format()),
                accumulator -> new QuantizedDense(
                        name(),
                        in.shape(),
                        Shape.vector(CLASSES),
                        in.format(),
                        affine,
                        accumulator,
                        output,
                        Clamp.NONE),
                value);
    }

    private void maxPool(int value) {
        Operand in = values.get(value);
        Window window = window(in.shape(), true);
        Shape out = window.slide("max", in.shape(), in.shape().channels());
        add(
                in.format().fractionBits(),
                accumulator ->
                        new QuantizedMaxPool(name(), in.shape(), out, window, in.format(), in.format(), Clamp.NONE),
                value);
    }

    private void averagePool(int value) {
        Operand in = values.get(value);
        Window window = window(in.shape(), true);
        Shape out = window.slide("mean", in.shape(), in.shape().channels());
        boolean byPosition = !window.padding().isNone() && random.nextBoolean();
        FixedPointFormat reciprocal = FixedPointFormat.unsigned(8, 1);
        long[] raws = byPosition ? new long[window.area()] : new long[1];
        for (int i = 0; i < raws.length; i++) {
            raws[i] = Math.round(128.0 / (byPosition ? i + 1 : window.area()));
        }
        FixedPointFormat sum = ranges.get(value).stream()
                .map(range -> WindowSums.sum(window, range))
                .reduce(RawRange.ZERO, RawRange::hull)
                .narrowestFormat(in.format().fractionBits());
        FixedPointFormat output = format();
        Clamp clamp = clamp();
        add(
                in.format().fractionBits() + reciprocal.fractionBits(),
                accumulator -> new QuantizedAveragePool(
                        name(),
                        in.shape(),
                        out,
                        window,
                        in.format(),
                        sum,
                        reciprocal,
                        RawVector.of(raws),
                        accumulator,
                        output,
                        clamp),
                value);
    }

    private void activation(int value, boolean sloped) {
        Operand in = values.get(value);
        FixedPointFormat slope = new FixedPointFormat(6, 1, true, Rounding.AP_RND, Overflow.AP_SAT);
        Optional<Slopes> slopes =
                sloped ? Optional.of(new Slopes(slope, raws(in.shape().channels(), slope))) : Optional.empty();
        FixedPointFormat output = format();
        Clamp clamp = clamp();
        add(
                in.format().fractionBits() + (sloped ? slope.fractionBits() : 0),
                accumulator ->
                        new QuantizedActivation(name(), in.shape(), in.format(), slopes, accumulator, output, clamp),
                value);
    }

    private void table(int value) {
        Operand in = values.get(value);
        int width = between(2, 6);
        FixedPointFormat index =
                new FixedPointFormat(width, between(-1, width), random.nextBoolean(), Rounding.AP_RND, Overflow.AP_SAT);
        FixedPointFormat output = format();
        add(
                output.fractionBits(),
                accumulator ->
                        new QuantizedTable(name(), in.shape(), in.format(), index, raws(1 << width, output), output),
                value);
    }

    private void pad(int value) {
        Operand in = values.get(value);
        Padding padding = new Padding(between(0, 2), between(0, 2), between(0, 2), between(0, 2));
        add(
                in.format().fractionBits(),
                accumulator -> new QuantizedPad(name(), in.shape(), padding, in.format()),
                value);
    }

    private void crop(int value) {
        Operand in = values.get(value);
        int rows = in.shape().height() - 1;
        int columns = in.shape().width() - 1;
        int top = between(0, Math.min(rows, 2));
        int left = between(0, Math.min(columns, 2));
        Padding margin =
                new Padding(top, between(0, Math.min(rows - top, 1)), left, between(0, Math.min(columns - left, 1)));
        add(
                in.format().fractionBits(),
                accumulator -> new QuantizedCrop(name(), in.shape(), margin, in.format()),
                value);
    }

    private void upsample(int value) {
        Operand in = values.get(value);
        int rows = between(1, 3);
        int columns = between(1, 2);
        if (in.shape().size() * rows * columns <= LARGEST) {
            add(
                    in.format().fractionBits(),
                    accumulator -> new QuantizedUpsample(name(), in.shape(), rows, columns, in.format()),
                    value);
        }
    }

    private int sum(int left, int right) {
        Operand a = values.get(left);
        Operand b = values.get(right);
        FixedPointFormat output = format();
        Clamp clamp = clamp();
        return add(
                Math.max(a.format().fractionBits(), b.format().fractionBits()),
                accumulator -> new QuantizedAdd(name(), a.shape(), a.format(), b.format(), accumulator, output, clamp),
                left,
                right);
    }

    private void concat(int left, int right) {
        Operand a = values.get(left);
        Operand b = values.get(right);
        FixedPointFormat output = format();
        add(
                Math.max(a.format().fractionBits(), b.format().fractionBits()),
                accumulator -> new QuantizedConcat(name(), a, b, accumulator, output, Clamp.NONE),
                left,
                right);
    }

    /** Finds the narrowest accumulator with one that is wide enough for all. */
    private int add(int fraction, Function<FixedPointFormat, QuantizedLayer> layer, Integer... inputs) {
        List<List<RawRange>> in = List.of(inputs).stream().map(ranges::get).toList();
        Sums sums = layer.apply(FixedPointFormat.signed(64, 64 - fraction)).sums(in);
        RawRange all = sums.hull().hull(RawRange.of(-4, 40));
        QuantizedLayer narrow = layer.apply(all.narrowestFormat(fraction));
        nodes.add(new QuantizedNode(narrow, List.of(inputs)));
        values.add(new Operand(narrow.output(), narrow.outputFormat()));
        ranges.add(OverflowProof.of(narrow, in).converted());
        return nodes.size();
    }

    private String name() {
        return "layer" + nodes.size();
    }

    private Clamp clamp() {
        return switch (random.nextInt(4)) {
            case 0 -> Clamp.RELU;
            case 1 -> new Clamp(Optional.of((long) between(-4, 0)), Optional.of((long) between(1, 40)));
            default -> Clamp.NONE;
        };
    }

    private Window window(Shape shape, boolean pools) {
        int height = between(1, Math.min(3, shape.height()));
        int width = between(1, Math.min(3, shape.width()));
        int dilation =
                !pools && (height - 1) * 2 < shape.height() && (width - 1) * 2 < shape.width() ? between(1, 2) : 1;
        int rows = (height - 1) * dilation;
        int columns = (width - 1) * dilation;
        Padding padding = random.nextBoolean()
                ? Padding.NONE
                : new Padding(
                        between(0, Math.min(rows, 2)),
                        between(0, Math.min(rows, 2)),
                        between(0, Math.min(columns, 2)),
                        between(0, Math.min(columns, 2)));
        return new Window(height, width, between(1, 2), between(1, 2), dilation, dilation, padding);
    }

    private QuantizedAffine affine(int outputs, int fanIn) {
        int width = between(2, 9);
        FixedPointFormat weight =
                new FixedPointFormat(width, between(-1, width), true, Rounding.AP_RND_CONV, Overflow.AP_SAT);
        FixedPointFormat bias = FixedPointFormat.signed(10, between(2, 6));
        return new QuantizedAffine(weight, raws(outputs * fanIn, weight), bias, raws(outputs, bias));
    }

    private FixedPointFormat format() {
        int width = between(2, random.nextInt(5) == 0 ? 20 : 10);
        Rounding[] roundings = {Rounding.AP_RND, Rounding.AP_TRN, Rounding.AP_RND_CONV};
        return new FixedPointFormat(
                width,
                between(0, width),
                random.nextBoolean(),
                roundings[random.nextInt(roundings.length)],
                random.nextInt(4) == 0 ? Overflow.AP_WRAP : Overflow.AP_SAT);
    }

    private RawVector raws(int count, FixedPointFormat format) {
        return RawVector.of(
                random.longs(count, format.minRaw(), format.maxRaw() + 1).toArray());
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
