/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.quantization.Precision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
        int runs = 2 * PrecisionTrials.named(folded).size();
        LabeledImages images = test.first(Math.max(LEAST_IMAGES, Math.min(MOST_IMAGES, ALL_IMAGES / runs)));
        PrecisionTrials trials = new PrecisionTrials(folded, calibration.first(CALIBRATION_IMAGES), images, threads);
        List<Effect> effects = trials.layers().stream()
                .map(layer -> new Effect(layer, trials.alone(precision, layer), trials.upTo(precision, layer)))
                .toList();
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
}
