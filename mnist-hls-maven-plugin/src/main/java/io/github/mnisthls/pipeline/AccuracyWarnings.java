/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.SeenValue;
import io.github.mnisthls.settings.Settings;
import java.util.Locale;
import java.util.Optional;

/** What the accuracies say that nobody may overlook. */
final class AccuracyWarnings {
    /** A loss through quantization that is told; smaller ones are what quantization costs. */
    static final double LOSS = 0.005;

    /** A layer is to blame alone if its share of the loss is at least this. */
    private static final double SHARE = 0.3;

    private static final double PERCENT = 100;

    private AccuracyWarnings() {}

    /** Whether to look for the layer to blame. */
    static boolean isLoss(double float32, double quantized) {
        return float32 - quantized > LOSS;
    }

    /**
     * The loss, the layer to blame and the setting to change.
     *
     * @param before  accuracy of the quantized network on the images that the search looked at
     * @param images  how many these are
     * @param suspect the layer that is worth most
     */
    static String loss(
            double float32,
            double quantized,
            Precision precision,
            double before,
            int images,
            Optional<LossSearch.Suspect> suspect) {
        String loss = String.format(
                Locale.ROOT,
                "Quantization costs %.2f points of accuracy: %s in float32, %s in %s '%s'. ",
                PERCENT * (float32 - quantized),
                percent(float32),
                percent(quantized),
                Settings.PRECISION,
                SeenValue.of(precision.text()));
        if (suspect.isEmpty()) {
            return loss + "Give it more bits, or let the data choose the binary points: auto:16.";
        }
        LossSearch.Suspect worst = suspect.get();
        String alone = String.format(
                Locale.ROOT,
                "if only this is as precise as in float32, %s of the first %d test images are right instead of %s",
                percent(worst.accuracy()),
                images,
                percent(before));
        String layer = worst.layer().equals(LossSearch.PIXELS) ? "the pixels" : "layer '" + worst.layer() + "'";
        return worst.accuracy() - before >= SHARE * (float32 - quantized)
                ? loss + "More bits help most for " + layer + ": " + alone + ". Write " + worst.layer()
                        + "=auto:16 before the other rules, or give it a type with more bits."
                : loss + "No single layer is to blame. More bits help most for " + layer + ": " + alone
                        + ". Give all layers more bits, or let the data choose their binary points: auto:16.";
    }

    /** That the float network does no better than guessing; empty if it does. */
    static Optional<String> guessing(double float32, int classes) {
        return float32 * classes > 1
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The float32 network has an accuracy of %s on the test images: no better than guessing one of"
                                + " %d classes. Perhaps the classes are in another order, the labels belong to other"
                                + " images, or the images are scaled differently than in training: see the confusion"
                                + " matrix of the report, and %s and %s.",
                        percent(float32),
                        classes,
                        Settings.INPUT_MEAN,
                        Settings.INPUT_SCALE));
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", PERCENT * fraction);
    }
}
