/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.quantization.NamedLayers;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * What the formats of each layer do to the accuracy, by some test images.
 *
 * @param images  how many were looked at
 * @param float32 accuracy in float32 on these images, from 0 to 1
 * @param layers  in the network's order, the pixels first
 */
public record LayerEffects(int images, double float32, List<Effect> layers) {
    /** The pixels, as {@code <precision>} names them. */
    public static final String PIXELS = "input";

    /** A loss of accuracy, as a fraction of 1, from which on a layer's formats hurt. */
    public static final double HURTS = 0.005;

    /** Of a float32's significand, and what is left where the accumulator of such numbers would be too wide. */
    private static final List<Integer> WIDTHS = List.of(24, 16);

    private static final int CALIBRATION_IMAGES = 200;
    private static final int MOST_IMAGES = 500;
    private static final int LEAST_IMAGES = 50;
    /** Images of all runs together, so that a deep network is looked at as fast as a small one. */
    private static final int ALL_IMAGES = 5000;

    public LayerEffects {
        layers = List.copyOf(layers);
    }

    /**
     * One layer; all others that are not meant are as precise as in float32.
     *
     * @param alone      accuracy with this layer alone in its formats; empty if that cannot be computed
     * @param cumulative accuracy with this layer and all before it in their formats; empty alike
     */
    public record Effect(String layer, OptionalDouble alone, OptionalDouble cumulative) {}

    /**
     * Looks at each layer.
     *
     * @param calibration training images
     * @param test        of which some are looked at
     */
    public static LayerEffects of(
            Network folded, Precision precision, LabeledImages calibration, LabeledImages test, int threads) {
        List<Named> named = named(folded);
        int count = Math.max(LEAST_IMAGES, Math.min(MOST_IMAGES, ALL_IMAGES / (2 * named.size())));
        LabeledImages images = test.first(count);
        Search search = new Search(folded, precision, calibration.first(CALIBRATION_IMAGES), images, named, threads);
        List<Effect> effects = new ArrayList<>();
        for (int layer = 0; layer < named.size(); layer++) {
            int meant = layer;
            effects.add(new Effect(
                    named.get(layer).name(),
                    search.accuracy(other -> other == meant),
                    search.accuracy(other -> other <= meant)));
        }
        return new LayerEffects(images.count(), new FloatInference(folded).accuracy(images, threads), effects);
    }

    /** The layer that costs most alone, if one costs so much that it hurts. */
    public Optional<Effect> worst() {
        Optional<Effect> worst = Optional.empty();
        for (Effect effect : layers) {
            if (hurts(effect) && worst.stream().allMatch(other -> loss(effect) > loss(other))) {
                worst = Optional.of(effect);
            }
        }
        return worst;
    }

    /** Whether the formats of this layer alone cost accuracy. */
    public boolean hurts(Effect effect) {
        return effect.alone().isPresent() && loss(effect) > HURTS;
    }

    /** Whether the formats of this layer alone cost accuracy; no for a layer that is not among these. */
    public boolean hurts(String layer) {
        return layers.stream().anyMatch(effect -> effect.layer().equals(layer) && hurts(effect));
    }

    private double loss(Effect effect) {
        return float32 - effect.alone().orElse(float32);
    }

    private record Named(String name, boolean weighted) {}

    private static List<Named> named(Network folded) {
        NamedLayers layers = NamedLayers.of(folded);
        List<Named> named = new ArrayList<>(List.of(new Named(PIXELS, false)));
        folded.architecture().layers().forEach(layer -> {
            if (layers.weighted().contains(layer.name()) || layers.others().contains(layer.name())) {
                named.add(new Named(layer.name(), layers.weighted().contains(layer.name())));
            }
        });
        return named;
    }

    /** Quantizes anew for each question. */
    private record Search(
            Network folded,
            Precision precision,
            LabeledImages calibration,
            LabeledImages images,
            List<Named> named,
            int threads) {
        OptionalDouble accuracy(IntPredicate inItsFormats) {
            return WIDTHS.stream()
                    .map(width -> accuracy(inItsFormats, width))
                    .filter(OptionalDouble::isPresent)
                    .findFirst()
                    .orElseGet(OptionalDouble::empty);
        }

        private OptionalDouble accuracy(IntPredicate inItsFormats, int width) {
            Precision changed = precision;
            for (int layer = 0; layer < named.size(); layer++) {
                if (!inItsFormats.test(layer)) {
                    changed = changed.widened(
                            named.get(layer).name(), named.get(layer).weighted(), width);
                }
            }
            try {
                return OptionalDouble.of(new Emulator(Quantizer.quantize(folded, changed, calibration, threads)
                                .network())
                        .run(images, threads)
                        .accuracy(images));
            } catch (InvalidSettingException e) {
                // Numbers so wide that an accumulator of such a layer has no place.
                return OptionalDouble.empty();
            }
        }
    }
}
