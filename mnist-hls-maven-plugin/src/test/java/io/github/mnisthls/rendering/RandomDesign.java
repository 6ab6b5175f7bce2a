/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.ReferenceInference;
import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A folding and ports for a random network. They follow from its seed and the layers' names, so that a layer that is left
 * out changes nothing for the others.
 */
final class RandomDesign {
    /** Black, white, black and white noise, gray noise. */
    static final int IMAGES = 4;

    private static final int MOST_PIXELS = 16;

    private RandomDesign() {}

    static RenderRequest of(Sample sample) {
        long seed = sample.seed();
        QuantizedNetwork network = sample.quantized();
        Map<String, Folding> foldings = new LinkedHashMap<>();
        Planner.foldings(network, SampleParts.VIRTEX_13P).forEach((layer, legal) -> {
            Random random = generator(seed ^ ((long) layer.hashCode() << 20));
            // All implementations are equally likely, however many foldings each has.
            List<Implementation> possible =
                    legal.stream().map(Folding::implementation).distinct().toList();
            Implementation implementation = possible.get(random.nextInt(possible.size()));
            List<Folding> free = legal.stream()
                    .filter(folding -> folding.implementation() == implementation)
                    .toList();
            foldings.put(layer, free.get(random.nextInt(free.size())));
        });
        InterfaceKind kind = pick(InterfaceKind.values(), seed);
        HardwarePlan plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.VIRTEX_13P, 5)
                                .withFoldings(foldings)
                                .withPixelsPerBeat(pixelsPerBeat(network, kind, seed)));
        ToolGeneration generation = pick(ToolGeneration.values(), seed / 3);
        return new RenderRequest(
                network,
                plan,
                kind,
                kind == InterfaceKind.AXIS ? ControlProtocol.AP_CTRL_NONE : ControlProtocol.S_AXILITE,
                new DesignNames("net" + seed, "random_" + seed, seed % 2 == 0 ? "" : "r" + seed + "_"),
                golden(network, sample),
                SampleDialects.vivado(generation),
                Optional.empty());
    }

    /** One, as often as all other numbers together that the port can have. */
    private static int pixelsPerBeat(QuantizedNetwork network, InterfaceKind kind, long seed) {
        Random random = generator(seed);
        Shape image = network.input().shape();
        int row = image.width() * image.channels();
        int tables = network.input().tables().size();
        List<Integer> possible = IntStream.rangeClosed(1, Math.min(row, MOST_PIXELS))
                .filter(pixels -> pixels % tables == 0)
                .filter(pixels -> kind != InterfaceKind.M_AXI || Integer.bitCount(pixels) == 1)
                .filter(pixels -> kind != InterfaceKind.ARRAY || row % pixels == 0)
                .boxed()
                .toList();
        return possible.isEmpty() || random.nextBoolean() ? 1 : possible.get(random.nextInt(possible.size()));
    }

    /** Generators of small seeds begin alike. */
    private static Random generator(long seed) {
        return new Random((seed + 1) * 0x9E3779B97F4A7C15L);
    }

    /** Raw logits of the sample's images in decimal numbers, not by the emulator. */
    static long[] logits(QuantizedNetwork network, Sample sample) {
        LabeledImages images = sample.images(IMAGES);
        byte[] pixels = new byte[images.shape().size()];
        ReferenceInference reference = new ReferenceInference();
        return IntStream.range(0, IMAGES)
                .boxed()
                .flatMapToLong(image -> {
                    images.copyImage(image, pixels);
                    return Arrays.stream(reference.logits(network, pixels));
                })
                .toArray();
    }

    private static GoldenVectors golden(QuantizedNetwork network, Sample sample) {
        LabeledImages images = sample.images(IMAGES);
        int size = images.shape().size();
        byte[] pixels = new byte[IMAGES * size];
        byte[] image = new byte[size];
        for (int i = 0; i < IMAGES; i++) {
            images.copyImage(i, image);
            System.arraycopy(image, 0, pixels, i * size, size);
        }
        return GoldenVectors.of(images.shape(), network.classes(), pixels, logits(network, sample));
    }

    private static <T> T pick(T[] choices, long number) {
        return List.of(choices).get((int) (number % choices.length));
    }
}
