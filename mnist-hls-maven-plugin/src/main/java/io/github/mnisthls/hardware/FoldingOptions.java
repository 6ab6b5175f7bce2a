/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The foldings that each layer may have. */
final class FoldingOptions {
    private static final int MAX_LANES = 1024;
    private static final int MAX_MULTIPLIERS = 4096;

    private FoldingOptions() {}

    /** For each layer all legal foldings, or the one that the user wants. */
    static List<List<Folding>> of(QuantizedNetwork network, Map<String, Folding> overrides) {
        for (String name : overrides.keySet()) {
            if (network.layers().stream().noneMatch(layer -> layer.name().equals(name))) {
                throw new InvalidSettingException(
                        "<folding> of layer",
                        name,
                        "the quantized network has no such layer",
                        "Choose one of "
                                + network.layers().stream()
                                        .map(QuantizedLayer::name)
                                        .toList()
                                + ".");
            }
        }
        return network.layers().stream()
                .map(LayerShape::of)
                .map(shape -> ofLayer(shape, overrides.get(shape.layer().name())))
                .toList();
    }

    private static List<Folding> ofLayer(LayerShape shape, Folding override) {
        checkPooling(shape);
        List<Folding> legal = legal(shape);
        if (override == null) {
            return legal;
        }
        if (!legal.contains(override)) {
            throw new InvalidSettingException(
                    "<folding> of layer '" + shape.layer().name() + "'",
                    "pe " + override.pe() + ", simd " + override.simd(),
                    "pe must divide " + shape.outputs() + ", simd must divide " + simdRange(shape)
                            + ", each may be at most " + MAX_LANES + " and their product " + MAX_MULTIPLIERS,
                    "Choose divisors of these numbers.");
        }
        return List.of(override);
    }

    /** A pooling keeps one partial result per word of a pixel in registers. */
    private static void checkPooling(LayerShape shape) {
        if (shape.affine().isEmpty() && shape.outputs() > MAX_LANES) {
            throw new InvalidSettingException(
                    "layer '" + shape.layer().name() + "'",
                    shape.outputs() + " channels",
                    "a pooling keeps a value per channel in registers, of which a partitioned array has at most "
                            + MAX_LANES + ", so that is " + (shape.outputs() - MAX_LANES) + " too many",
                    "Use at most " + MAX_LANES + " channels before a pooling.");
        }
    }

    private static List<Folding> legal(LayerShape shape) {
        if (shape.isTiled()) {
            return List.of(new Folding(1, 1));
        }
        if (shape.affine().isEmpty()) {
            return inputDivisors(shape).stream()
                    .map(lanes -> new Folding(lanes, lanes))
                    .toList();
        }
        List<Folding> legal = new ArrayList<>();
        for (int pe : divisors(shape.outputs())) {
            for (int simd : inputDivisors(shape)) {
                if ((long) pe * simd <= MAX_MULTIPLIERS) {
                    legal.add(new Folding(pe, simd));
                }
            }
        }
        return legal;
    }

    /** A buffered window sends whole words of a pixel, and rows of it that are not too short. */
    private static List<Integer> inputDivisors(LayerShape shape) {
        List<Integer> all = divisors(simdRange(shape));
        return shape.isBuffered()
                ? all.stream()
                        .filter(simd -> BufferSchedule.of(shape, simd).rowWords() >= WindowSchedule.ROW_DISTANCE)
                        .toList()
                : all;
    }

    private static int simdRange(LayerShape shape) {
        boolean isWhole = shape.affine().isPresent() && !shape.isBuffered();
        return isWhole ? shape.fanIn() : shape.layer().input().channels();
    }

    static List<Integer> divisors(int number) {
        return IntStream.rangeClosed(1, Math.min(number, MAX_LANES))
                .filter(candidate -> number % candidate == 0)
                .boxed()
                .toList();
    }
}
