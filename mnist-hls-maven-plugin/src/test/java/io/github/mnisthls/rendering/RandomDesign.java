/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.LayerShape;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A network, its folding and its ports, all drawn from a seed. */
final class RandomDesign {
    private static final int IMAGES = 3;
    private static final int MAX_EXTENT = 11;

    private final Random random;
    private final long seed;

    private RandomDesign(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    static RenderRequest of(long seed) {
        return new RandomDesign(seed).request();
    }

    private RenderRequest request() {
        QuantizedNetwork network = network();
        Map<String, Folding> foldings = new LinkedHashMap<>();
        network.layers().forEach(layer -> folding(layer).ifPresent(folding -> foldings.put(layer.name(), folding)));
        HardwarePlan plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest("xcvu13p-flga2577-2-e", 5).withFoldings(foldings));
        InterfaceKind kind = pick(InterfaceKind.values(), seed);
        ToolGeneration generation = pick(ToolGeneration.values(), seed / 3);
        return new RenderRequest(
                network,
                plan,
                kind,
                kind == InterfaceKind.AXIS ? ControlProtocol.AP_CTRL_NONE : ControlProtocol.S_AXILITE,
                new Names("net" + seed, "random_" + seed, seed % 2 == 0 ? "" : "r" + seed + "_"),
                SampleNetworks.golden(network, IMAGES),
                new ScriptOptions(FlowTarget.VIVADO, generation, 2, "1.0.0"),
                Optional.empty());
    }

    private QuantizedNetwork network() {
        Shape shape = new Shape(between(1, 3), between(4, MAX_EXTENT), between(4, MAX_EXTENT));
        SampleNetworks builder = new SampleNetworks(
                seed, shape, format(random.nextBoolean()), format(true), format(random.nextBoolean()));
        int height = shape.height();
        int width = shape.width();
        int layers = between(0, 4);
        for (int i = 0; i < layers && height > 1 && width > 1; i++) {
            Window window = window(height, width);
            boolean isConv = random.nextInt(3) > 0;
            if (isConv) {
                builder.conv("conv_" + i, between(1, 6), window, random.nextBoolean());
            } else {
                Window unpadded = new Window(
                        Math.min(window.kernelHeight(), height),
                        Math.min(window.kernelWidth(), width),
                        random.nextBoolean() ? Math.min(window.kernelHeight(), height) : window.strideHeight(),
                        random.nextBoolean() ? Math.min(window.kernelWidth(), width) : window.strideWidth(),
                        Padding.NONE);
                window = unpadded;
                if (random.nextBoolean()) {
                    builder.maxPool("pool_" + i, window);
                } else {
                    builder.averagePool("pool_" + i, window);
                }
            }
            height = builder.shape().height();
            width = builder.shape().width();
        }
        if (random.nextBoolean()) {
            builder.dense("hidden", between(1, 12), random.nextBoolean());
        }
        return builder.dense("int", between(2, 10), false).build();
    }

    private Window window(int height, int width) {
        int kernelHeight = between(1, Math.min(3, height));
        int kernelWidth = between(1, Math.min(4, width));
        Padding padding = random.nextBoolean()
                ? Padding.NONE
                : new Padding(
                        random.nextInt(kernelHeight),
                        random.nextInt(kernelHeight),
                        random.nextInt(kernelWidth),
                        random.nextInt(kernelWidth));
        return new Window(kernelHeight, kernelWidth, between(1, 3), between(1, 3), padding);
    }

    private FixedPointFormat format(boolean signed) {
        int width = between(4, 14);
        Rounding rounding = pick(Rounding.values(), random.nextInt(100));
        Overflow overflow = pick(Overflow.values(), random.nextInt(100));
        return new FixedPointFormat(width, between(-1, 5), signed, rounding, overflow);
    }

    /** Absent where the layer leaves no choice. */
    private Optional<Folding> folding(QuantizedLayer layer) {
        LayerShape shape = LayerShape.of(layer);
        if (shape.isTiled()) {
            return Optional.empty();
        }
        int pe = divisor(shape.outputs());
        return Optional.of(new Folding(pe, shape.affine().isPresent() ? divisor(shape.fanIn()) : pe));
    }

    private static <T> T pick(T[] choices, long number) {
        return List.of(choices).get((int) (number % choices.length));
    }

    private int divisor(int number) {
        List<Integer> divisors = IntStream.rangeClosed(1, number)
                .filter(candidate -> number % candidate == 0)
                .boxed()
                .toList();
        return divisors.get(random.nextInt(divisors.size()));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
