/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A short training, and what its network looks like at its end.
 *
 * @param kind         how it treats its activations
 * @param weightChange how far the learned values moved, as a share of the size that they began with
 * @param epochs       one report for each
 * @param values       of the network, in order, each with what rounding does to it
 */
public record RoundingTrial(Kind kind, double weightChange, List<Epoch> epochs, List<Value> values) {
    public RoundingTrial {
        epochs = List.copyOf(epochs);
        values = List.copyOf(values);
    }

    /** How a training treats its activations. */
    public enum Kind {
        /** As they are. */
        FLOAT32("float32"),
        /** Rounded; the derivative of rounding is zero, and so is the gradient before it. */
        NO_GRADIENT("rounded, no gradient"),
        /** Rounded; the gradient passes as if they were not. */
        STRAIGHT_THROUGH("rounded, straight-through");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /**
     * One pass over the training images.
     *
     * @param report    loss and accuracy
     * @param gradients norm of the gradient by the learned values of each layer, root mean square over the batches
     */
    public record Epoch(EpochReport report, List<LayerGradient> gradients) {
        public Epoch {
            gradients = List.copyOf(gradients);
        }
    }

    /** The norm of the gradient by what one layer learns. */
    public record LayerGradient(String layer, double norm) {}

    /**
     * One value of the network on some images: what rounding to the format does to it, whether this training rounds or not.
     *
     * @param layer         that computes it; {@code input} for the pixels
     * @param format        to be rounded to
     * @param roundedToZero share of the activations that are not zero before and zero after
     * @param saturated     share that lies outside of what the format holds
     * @param distinct      how many different numbers there are before
     * @param distinctAfter and after
     * @param normalized    what batch normalization gives, if the layer is one
     */
    public record Value(
            String layer,
            String format,
            double roundedToZero,
            double saturated,
            long distinct,
            long distinctAfter,
            Optional<Normalized> normalized) {}

    /**
     * Mean and standard deviation of a batch normalization's output, and how many of its values have their highest bit at each
     * power of two.
     *
     * @param before by exponent, before rounding
     * @param after  alike
     */
    public record Normalized(
            double mean,
            double deviation,
            double meanAfter,
            double deviationAfter,
            Map<Integer, Long> before,
            Map<Integer, Long> after) {}

    /** The pass with the most recognized validation images; the first among equals. */
    public EpochReport best() {
        EpochReport best = epochs.get(0).report();
        for (Epoch epoch : epochs) {
            best = epoch.report().isBetterThan(best) ? epoch.report() : best;
        }
        return best;
    }

    /** The last pass. */
    public EpochReport last() {
        return epochs.get(epochs.size() - 1).report();
    }
}
