/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Small networks of every layer type, with odd shapes, strides, paddings and formats. A seed gives the same network on
 * every machine; a failing one can be shrunk to a smaller one that still fails.
 */
public final class RandomNetworks {
    private static final int MAX_EXTENT = 9;
    private static final int MAX_CHANNELS = 4;
    private static final int MAX_HIDDEN_LAYERS = 5;
    private static final int CALIBRATION_IMAGES = 4;

    private RandomNetworks() {}

    /**
     * A network, told by its seed. Weights follow from the seed and the layer's name.
     *
     * @param rules the precision's rules, by key
     */
    public record Sample(long seed, Architecture architecture, Map<String, String> rules) {
        public Sample {
            rules = new LinkedHashMap<>(rules);
        }

        /** The float network. */
        public Network network() {
            Map<String, Parameters> parameters = new TreeMap<>();
            List<List<Shape>> inputs = architecture.inputShapes();
            for (int i = 0; i < architecture.nodes().size(); i++) {
                Layer layer = architecture.nodes().get(i).layer();
                List<ParameterSpec> specs = layer.parameters(inputs.get(i));
                if (!specs.isEmpty()) {
                    parameters.put(layer.name(), values(layer, specs));
                }
            }
            return new Network(architecture, parameters);
        }

        /** As it is written in the POM. */
        public String precision() {
            return rules.entrySet().stream()
                    .map(rule -> rule.getKey() + "=" + rule.getValue())
                    .collect(Collectors.joining("; "));
        }

        /** The network in integers. */
        public QuantizedNetwork quantized() {
            return Quantizer.quantize(
                            FoldBatchNorm.fold(network()), Precision.parse(precision()), images(CALIBRATION_IMAGES), 1)
                    .network();
        }

        /** Images to feed it with: black, white, black and white noise, then gray noise. */
        public LabeledImages images(int count) {
            Random random = new Random(seed);
            int size = architecture.input().size();
            byte[] pixels = new byte[count * size];
            byte[] labels = new byte[count];
            for (int image = 0; image < count; image++) {
                labels[image] = (byte) random.nextInt(architecture.classes());
                for (int i = 0; i < size; i++) {
                    pixels[image * size + i] = (byte)
                            switch (image) {
                                case 0 -> 0;
                                case 1 -> 255;
                                case 2 -> random.nextBoolean() ? 255 : 0;
                                default -> random.nextInt(256);
                            };
                }
            }
            return LabeledImages.of(architecture.input(), pixels, labels);
        }

        /** All that is needed to see the failure again. */
        @Override
        public String toString() {
            return "RandomNetworks seed " + seed + ": input " + architecture.input() + ", " + architecture.nodes()
                    + ", precision " + precision();
        }

        private NamedParameters values(Layer layer, List<ParameterSpec> specs) {
            Random random = new Random(seed ^ ((long) layer.name().hashCode() << 20));
            Map<String, FloatVector> values = new TreeMap<>();
            int outputs = specs.get(specs.size() - 1).size();
            for (ParameterSpec spec : specs) {
                double scale =
                        switch (spec.name()) {
                            case ParameterSpec.WEIGHTS -> {
                                double plain = 2 / Math.sqrt(spec.size() / (double) outputs);
                                yield random.nextInt(4) == 0 ? 8 * plain : plain;
                            }
                            case ParameterSpec.SLOPE -> 0.3;
                            default -> 1;
                        };
                FloatVector vector = vector(random, spec.size(), scale);
                values.put(spec.name(), spec.name().equals(ParameterSpec.VARIANCE) ? positive(vector) : vector);
            }
            return new NamedParameters(values);
        }

        private static FloatVector positive(FloatVector vector) {
            float[] values = vector.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.abs(values[i]) + 0.1f;
            }
            return FloatVector.of(values);
        }

        private static FloatVector vector(Random random, int size, double scale) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = random.nextInt(6) == 0 ? 0 : (float) (random.nextGaussian() * scale);
            }
            return FloatVector.of(values);
        }
    }

    /** The network of this seed. */
    public static Sample create(long seed) {
        Random random = new Random(seed);
        Shape input = new Shape(between(random, 1, 3), between(random, 1, MAX_EXTENT), between(random, 1, MAX_EXTENT));
        List<Layer> layers = new ArrayList<>();
        Shape shape = input;
        int hidden = random.nextInt(MAX_HIDDEN_LAYERS + 1);
        for (int i = 0; i < hidden; i++) {
            Layer layer = hiddenLayer(random, shape, i);
            layers.add(layer);
            shape = layer.outputShape(List.of(shape));
        }
        addHead(random, layers, shape);
        return new Sample(seed, new Architecture("random", input, layers), rules(random, layers));
    }

    /** A graph of every kind of layer, with forks, joins and pixels of any scale. */
    public static Sample createGraph(long seed) {
        return RandomArchitectures.create(seed);
    }

    /** The network of this seed in formats of one to four bits. */
    public static Sample createOfFewBits(long seed) {
        Sample plain = create(seed);
        Random random = new Random(seed ^ 0xfeb);
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("*", ruleOfFewBits(random, 2));
        List<Layer> layers = plain.architecture().layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (layer instanceof Conv2d || layer instanceof Dense) {
                rules.put(layer.name() + ".weights", ruleOfFewBits(random, 2));
                if (i + 1 < layers.size() && layers.get(i + 1) instanceof Relu) {
                    rules.put(layer.name() + ".outputs", ruleOfFewBits(random, 1));
                }
            }
        }
        return new Sample(seed, plain.architecture(), rules);
    }

    private static String ruleOfFewBits(Random random, int leastOutputs) {
        return random.nextInt(4) == 0
                ? "auto:ternary"
                : "auto:w" + between(random, 1, 4) + "a" + between(random, leastOutputs, 4);
    }

    /** A network with a window of more values than registers hold: more than 1,024. */
    public static Sample createWide(long seed) {
        Random random = new Random(seed);
        Shape input = new Shape(between(random, 1, 2), between(random, 4, 7), between(random, 4, 7));
        int height = between(random, 2, 4);
        int width = between(random, 2, 4);
        int channels = 1024 / (height * width) + between(random, 1, 40);
        Padding padding = random.nextBoolean()
                ? Padding.NONE
                : new Padding(
                        random.nextInt(height), random.nextInt(height), random.nextInt(width), random.nextInt(width));
        int stride = between(random, 1, 3);
        // Not as wide as it is high, so that windows never touch without overlapping.
        Window window = new Window(height, width, stride, stride == width ? stride + 1 : stride, padding);
        Window bare = new Window(height, width, window.strideHeight(), window.strideWidth(), Padding.NONE);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Conv2d("spread", channels, Window.square(1, 1)));
        layers.add(
                switch (random.nextInt(4)) {
                    case 0 -> new MaxPool("wide", bare);
                    case 1 -> new AveragePool("wide", bare);
                    default -> new Conv2d("wide", between(random, 1, 4), window);
                });
        layers.add(new Flatten("flatten"));
        if (random.nextBoolean()) {
            layers.add(new Dense("head", between(random, 1, 3)));
        }
        return new Sample(seed, new Architecture("random", input, layers), Map.of("*", rule(random)));
    }

    /** The smallest sample found that still fails, by leaving out and simplifying as long as that is possible. */
    public static Sample shrink(Sample failing, Predicate<Sample> fails) {
        for (Sample smaller : smaller(failing)) {
            if (fails.test(smaller)) {
                return shrink(smaller, fails);
            }
        }
        return failing;
    }

    private static List<Sample> smaller(Sample sample) {
        List<Sample> result = new ArrayList<>();
        Shape input = sample.architecture().input();
        List<Layer> layers = sample.architecture().layers();
        if (!sample.architecture().isChain()) {
            RandomArchitectures.addSmaller(sample, result);
            return result;
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            List<Layer> fewer = new ArrayList<>(layers);
            fewer.remove(i);
            addIfLegal(result, sample, input, fewer);
        }
        for (int i = 0; i < layers.size(); i++) {
            List<Layer> simpler = new ArrayList<>(layers);
            Layer layer = layers.get(i);
            if (layer instanceof Conv2d conv && conv.filters() > 1) {
                simpler.set(i, new Conv2d(conv.name(), conv.filters() - 1, conv.window()));
                addIfLegal(result, sample, input, simpler);
            } else if (layer instanceof Dense dense && dense.units() > 1) {
                simpler.set(i, new Dense(dense.name(), dense.units() - 1));
                addIfLegal(result, sample, input, simpler);
            }
        }
        if (input.channels() > 1) {
            addIfLegal(result, sample, new Shape(input.channels() - 1, input.height(), input.width()), layers);
        }
        if (input.height() > 1) {
            addIfLegal(result, sample, new Shape(input.channels(), input.height() - 1, input.width()), layers);
        }
        if (input.width() > 1) {
            addIfLegal(result, sample, new Shape(input.channels(), input.height(), input.width() - 1), layers);
        }
        for (String key : sample.rules().keySet()) {
            if (!sample.rules().get(key).equals(Precision.DEFAULT)) {
                Map<String, String> plain = new LinkedHashMap<>(sample.rules());
                plain.put(key, Precision.DEFAULT);
                result.add(new Sample(sample.seed(), sample.architecture(), plain));
            }
        }
        return result;
    }

    private static void addIfLegal(List<Sample> samples, Sample from, Shape input, List<Layer> layers) {
        try {
            Architecture architecture = new Architecture("random", input, layers);
            Map<String, String> rules = new LinkedHashMap<>(from.rules());
            rules.keySet()
                    .removeIf(key -> key.contains(".")
                            && layers.stream().noneMatch(layer -> key.startsWith(layer.name() + ".")));
            Stages.of(architecture);
            samples.add(new Sample(from.seed(), architecture, rules));
        } catch (InvalidSettingException illegal) {
            // Not every layer can be left out; the others can.
            return;
        }
    }

    private static Layer hiddenLayer(Random random, Shape shape, int index) {
        return switch (random.nextInt(6)) {
            case 0 -> new Relu("relu" + index);
            case 1 -> new MaxPool("max" + index, window(random, shape, false));
            case 2 -> new AveragePool("mean" + index, window(random, shape, false));
            default -> new Conv2d("conv" + index, between(random, 1, MAX_CHANNELS), window(random, shape, true));
        };
    }

    private static void addHead(Random random, List<Layer> layers, Shape shape) {
        int kind = random.nextInt(5);
        if (kind == 0 && !layers.isEmpty()) {
            layers.add(new GlobalAveragePool("head"));
            return;
        }
        boolean computes = layers.stream().anyMatch(layer -> !(layer instanceof Relu));
        if (kind == 3 && computes && !shape.isVector()) {
            layers.add(new Flatten("flatten"));
            return;
        }
        if (kind == 1) {
            layers.add(new Dense("hidden", between(random, 1, 6)));
            layers.add(new Relu("reluHidden"));
        } else if (!shape.isVector()) {
            layers.add(new Flatten("flatten"));
        }
        layers.add(new Dense("head", between(random, 1, 5)));
        if (kind == 2) {
            layers.add(new Relu("reluHead"));
        }
    }

    static Window window(Random random, Shape shape, boolean padded) {
        int height = between(random, 1, Math.min(4, shape.height()));
        int width = between(random, 1, Math.min(4, shape.width()));
        Padding padding = padded && random.nextBoolean()
                ? new Padding(
                        random.nextInt(height), random.nextInt(height), random.nextInt(width), random.nextInt(width))
                : Padding.NONE;
        return new Window(height, width, between(random, 1, 3), between(random, 1, 3), padding);
    }

    private static Map<String, String> rules(Random random, List<Layer> layers) {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("*", rule(random));
        if (random.nextBoolean()) {
            rules.put("input", rule(random));
        }
        for (Layer layer : layers) {
            boolean weighted = layer instanceof Conv2d || layer instanceof Dense;
            if (weighted && random.nextInt(3) > 0) {
                rules.put(layer.name() + ".weights", rule(random));
            }
            boolean pooled = layer instanceof AveragePool || layer instanceof GlobalAveragePool;
            if ((weighted || pooled) && random.nextInt(3) > 0) {
                rules.put(layer.name() + ".outputs", rule(random));
            }
        }
        return rules;
    }

    static String rule(Random random) {
        if (random.nextInt(3) == 0) {
            return "auto:" + between(random, 2, 18);
        }
        int width = between(random, 1, 20);
        Overflow overflow = random.nextBoolean() ? Overflow.AP_SAT : pick(random, Overflow.values());
        return new FixedPointFormat(
                        width,
                        between(random, -2, Math.min(width + 2, 10)),
                        random.nextInt(5) > 0,
                        pick(random, Rounding.values()),
                        overflow)
                .toString();
    }

    private static <T> T pick(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    static int between(Random random, int min, int max) {
        return min + random.nextInt(max - min + 1);
    }
}
