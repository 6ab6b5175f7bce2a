/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Quantize;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws float graphs of every kind of layer for {@link RandomNetworks}. */
final class RandomArchitectures {
    private static final int LARGEST = 400;

    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    private RandomArchitectures(long seed) {
        random = new Random(seed);
    }

    static Sample create(long seed) {
        return new RandomArchitectures(seed).draw(seed);
    }

    private Sample draw(long seed) {
        Shape input = new Shape(between(1, 3), between(3, 8), between(3, 8));
        shapes.add(input);
        int layers = between(3, 9);
        while (nodes.size() < layers) {
            addAny();
        }
        int last = nodes.size();
        if (random.nextInt(4) == 0) {
            last = add(new GlobalAveragePool("mean"), last);
        } else if (!shapes.get(last).isVector()) {
            last = add(new Flatten("flatten"), last);
            last = random.nextBoolean() ? add(new Relu("flatRelu"), last) : last;
        }
        add(new Dense("head", between(2, 4), random.nextBoolean()), last);
        Architecture architecture = new Architecture("random", input, pixels(input.channels()), nodes);
        return new Sample(seed, architecture, Map.of("*", RandomNetworks.rule(random)));
    }

    private PixelScaling pixels(int channels) {
        return switch (random.nextInt(4)) {
            case 0 -> new PixelScaling(List.of(0.1307), List.of(1 / 0.3081));
            case 1 ->
                new PixelScaling(
                        IntStream.range(0, channels)
                                .mapToObj(channel -> random.nextDouble())
                                .toList(),
                        List.of(2.0));
            default -> PixelScaling.UNIT;
        };
    }

    private void addAny() {
        // Mostly the last value, so that graphs get deep.
        int value = random.nextInt(3) > 0 ? nodes.size() : random.nextInt(shapes.size());
        Shape shape = shapes.get(value);
        String name = "layer" + nodes.size();
        switch (random.nextInt(21)) {
            case 0, 1 -> add(new Conv2d(name, between(1, 4), window(shape, true), random.nextBoolean()), value);
            case 2, 3 ->
                add(new DepthwiseConv2d(name, between(1, 2), window(shape, true), random.nextBoolean()), value);
            case 4 -> add(new BatchNorm(name, 1e-3), value);
            case 5 -> add(new Relu(name), value);
            case 6 -> add(new Clip(name, random.nextInt(2) - 1.0, 1.5), value);
            case 7 -> add(new LeakyRelu(name, 0.1), value);
            case 8 -> add(new Prelu(name), value);
            case 9 -> add(random.nextBoolean() ? new Sigmoid(name) : new Tanh(name), value);
            case 10 -> add(new HardSigmoid(name, 0.2, 0.5), value);
            case 11 -> add(new MaxPool(name, window(shape, false)), value);
            case 12 -> add(new AveragePool(name, window(shape, false), random.nextBoolean()), value);
            case 13 -> add(new ZeroPad(name, new Padding(between(0, 1), 1, between(0, 2), 0)), value);
            case 14 -> addIfLarge(new Crop(name, new Padding(1, 0, 0, 1)), value, shape);
            case 15 -> addIfSmall(new Upsample(name, between(1, 2), 2), value, shape);
            case 16 -> add(new Dropout(name, 0.2), value);
            case 17 -> addIfComputed(new Quantize(name, format()), value);
            default -> join(name, value, shape);
        }
    }

    /** Pixels are rounded once, for all layers, or not at all. */
    private void addIfComputed(Quantize quantize, int value) {
        if (value > 0) {
            add(quantize, value);
        }
    }

    private FixedPointFormat format() {
        Rounding[] roundings = Rounding.values();
        return new FixedPointFormat(
                between(1, 8),
                between(-1, 4),
                random.nextBoolean(),
                roundings[random.nextInt(roundings.length)],
                random.nextBoolean() ? Overflow.AP_SAT : Overflow.AP_SAT_SYM);
    }

    private void addIfLarge(Crop crop, int value, Shape shape) {
        if (shape.height() > 1 && shape.width() > 1) {
            add(crop, value);
        }
    }

    private void addIfSmall(Upsample upsample, int value, Shape shape) {
        if (shape.size() * upsample.rows() * upsample.columns() < LARGEST) {
            add(upsample, value);
        }
    }

    private void join(String name, int value, Shape shape) {
        boolean adds = random.nextBoolean();
        List<Integer> others = IntStream.range(0, shapes.size())
                .filter(other -> adds
                        ? shapes.get(other).equals(shape)
                        : shapes.get(other).height() == shape.height()
                                && shapes.get(other).width() == shape.width()
                                && shapes.get(other).size() < LARGEST / 2)
                .boxed()
                .toList();
        if (others.isEmpty()) {
            return;
        }
        List<Integer> inputs = new ArrayList<>(List.of(value));
        for (int more = between(1, 2); more > 0; more--) {
            inputs.add(others.get(random.nextInt(others.size())));
        }
        Layer layer = adds ? new Add(name) : new Concat(name);
        nodes.add(new Node(layer, inputs));
        shapes.add(layer.outputShape(inputs.stream().map(shapes::get).toList()));
    }

    private int add(Layer layer, int value) {
        nodes.add(new Node(layer, List.of(value)));
        shapes.add(layer.outputShape(List.of(shapes.get(value))));
        return nodes.size();
    }

    /** A window that sees at least one value everywhere. */
    private Window window(Shape shape, boolean dilates) {
        Window plain = RandomNetworks.window(random, shape, random.nextBoolean());
        int rows = (plain.kernelHeight() - 1) * 2 + 1;
        int columns = (plain.kernelWidth() - 1) * 2 + 1;
        boolean fits = rows <= shape.height()
                && columns <= shape.width()
                && plain.padding().isNone();
        return dilates && fits && random.nextBoolean()
                ? new Window(
                        plain.kernelHeight(),
                        plain.kernelWidth(),
                        plain.strideHeight(),
                        plain.strideWidth(),
                        2,
                        2,
                        plain.padding())
                : plain;
    }

    private int between(int least, int most) {
        return RandomNetworks.between(random, least, most);
    }

    /** Without single layers that change no shape. */
    static void addSmaller(Sample sample, List<Sample> smaller) {
        Architecture architecture = sample.architecture();
        List<Shape> all = architecture.shapes();
        for (int i = 0; i < architecture.nodes().size() - 1; i++) {
            Node left = architecture.nodes().get(i);
            int source = left.inputs().get(0);
            if (!all.get(source).equals(all.get(i + 1))) {
                continue;
            }
            List<Node> fewer = new ArrayList<>();
            for (int j = 0; j < architecture.nodes().size(); j++) {
                if (j != i) {
                    int gone = i + 1;
                    Node node = architecture.nodes().get(j);
                    fewer.add(new Node(
                            node.layer(),
                            node.inputs().stream()
                                    .map(value -> value == gone ? source : value)
                                    .map(value -> value > gone ? value - 1 : value)
                                    .toList()));
                }
            }
            smaller.add(new Sample(
                    sample.seed(),
                    new Architecture("random", architecture.input(), architecture.pixels(), fewer).needed(),
                    sample.rules()));
        }
    }
}
