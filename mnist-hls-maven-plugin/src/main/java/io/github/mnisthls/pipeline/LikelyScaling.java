/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells a loaded model that only guesses because its training saw pixels scaled otherwise: the usual scalings are tried. */
final class LikelyScaling {
    /** Who recognizes more than this sees the right pixels. */
    static final double GOOD = 0.9;

    private static final int IMAGES = 500;
    private static final double PERCENT = 100;

    /** By mean and scale, as the POM spells them; the first of equally good ones is named. */
    private static final Map<List<String>, PixelScaling> USUAL = usual();

    private LikelyScaling() {}

    private static Map<List<String>, PixelScaling> usual() {
        Map<List<String>, PixelScaling> usual = new LinkedHashMap<>();
        add(usual, "0", "1", 0, 1);
        add(usual, "0.1307", "1/0.3081", 0.1307, 1 / 0.3081);
        add(usual, "0.5", "2", 0.5, 2);
        add(usual, "0", "255", 0, 255);
        add(usual, "0.2860", "1/0.3530", 0.2860, 1 / 0.3530);
        add(usual, "1", "-1", 1, -1);
        add(usual, "1", "-255", 1, -255);
        return usual;
    }

    private static void add(
            Map<List<String>, PixelScaling> usual, String meanText, String scaleText, double mean, double scale) {
        usual.put(List.of(meanText, scaleText), new PixelScaling(List.of(mean), List.of(scale)));
    }

    /**
     * A warning that names the scaling with which the network recognizes more; empty if it does well as it is, or none
     * helps.
     *
     * @param accuracy of the network as it is
     * @param images   training images, of which some are looked at
     */
    static Optional<String> warning(Network network, double accuracy, LabeledImages images, int threads) {
        if (accuracy > GOOD) {
            return Optional.empty();
        }
        LabeledImages some = images.first(IMAGES);
        double before = new FloatInference(network).accuracy(some, threads);
        List<String> best = List.of();
        // The right scaling leaves few of the mistakes; a wrong one may be better by chance.
        double most = (1 + before) / 2;
        for (Map.Entry<List<String>, PixelScaling> scaling : USUAL.entrySet()) {
            double seen = new FloatInference(network.seeing(scaling.getValue())).accuracy(some, threads);
            if (seen > most) {
                most = seen;
                best = scaling.getKey();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(message(best, before, most, some.count()));
    }

    private static String message(List<String> best, double before, double most, int images) {
        return String.format(
                Locale.ROOT,
                "The loaded model recognizes %.1f %% of %d training images, and %.1f %% with %s %s and %s %s: its training saw"
                        + " pixels scaled like that. Set both.",
                PERCENT * before,
                images,
                PERCENT * most,
                Settings.INPUT_MEAN,
                best.get(0),
                Settings.INPUT_SCALE,
                best.get(1));
    }
}
