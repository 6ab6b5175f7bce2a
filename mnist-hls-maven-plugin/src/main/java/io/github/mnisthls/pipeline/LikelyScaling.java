/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.diagnosis.UsualScalings;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.settings.Settings;
import java.util.Locale;
import java.util.Optional;

/** Tells a loaded model that only guesses because its training saw pixels scaled otherwise: the usual scalings are tried. */
final class LikelyScaling {
    /** Who recognizes more than this sees the right pixels. */
    static final double GOOD = 0.9;

    private static final int IMAGES = 500;
    private static final double PERCENT = 100;

    private LikelyScaling() {}

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
        Optional<UsualScalings.Scaling> best = Optional.empty();
        // The right scaling leaves few of the mistakes; a wrong one may be better by chance.
        double most = (1 + before) / 2;
        for (UsualScalings.Scaling scaling : UsualScalings.of(images.shape().channels())) {
            double seen = new FloatInference(network.seeing(scaling.pixels())).accuracy(some, threads);
            if (seen > most) {
                most = seen;
                best = Optional.of(scaling);
            }
        }
        double found = most;
        return best.map(scaling -> message(scaling, before, found, some.count()));
    }

    private static String message(UsualScalings.Scaling best, double before, double most, int images) {
        return String.format(
                Locale.ROOT,
                "The loaded model recognizes %.1f %% of %d training images, and %.1f %% with %s %s and %s %s: its training saw"
                        + " pixels scaled like that. Set both.",
                PERCENT * before,
                images,
                PERCENT * most,
                Settings.INPUT_MEAN,
                best.mean(),
                Settings.INPUT_SCALE,
                best.scale());
    }
}
