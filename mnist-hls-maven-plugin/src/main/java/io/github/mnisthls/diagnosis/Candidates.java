/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.diagnosis.Symptom.Kind;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.Renormalization;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** All that a network may have been meant to be. */
final class Candidates {
    /** What frameworks add to variances. */
    private static final List<Double> EPSILONS = List.of(1e-5, 1e-3, 1e-7, 1e-2, 0.1, 1e-9);

    /** Images that show mean and variance well enough. */
    private static final int STATISTICS_IMAGES = 200;

    private final Network network;
    private final LabeledImages images;
    private final List<Candidate> all = new ArrayList<>();

    private Candidates(Network network, LabeledImages images) {
        this.network = network;
        this.images = images;
    }

    static List<Candidate> of(Network network, LabeledImages images) {
        Candidates candidates = new Candidates(network, images);
        candidates.scalings();
        candidates.orders();
        candidates.images();
        candidates.norms();
        return candidates.all;
    }

    private void scalings() {
        for (UsualScalings.Scaling usual : UsualScalings.of(images.shape().channels())) {
            if (!usual.pixels().equals(network.architecture().pixels())) {
                all.add(new Candidate(
                        Kind.INPUT_SCALING,
                        "input",
                        "in training a pixel p between 0 and 1 was (p - " + usual.mean() + ") * " + usual.scale(),
                        "Set " + Settings.INPUT_MEAN + " " + usual.mean() + " and " + Settings.INPUT_SCALE + " "
                                + usual.scale(),
                        network.seeing(usual.pixels()),
                        images));
            }
        }
    }

    private void orders() {
        for (WeightOrder order : WeightOrder.values()) {
            order.read(network)
                    .ifPresent(meant -> all.add(new Candidate(
                            order.kind(),
                            "weights",
                            order.words(),
                            "Export the weights in the order of PyTorch: OIHW, and OI with inputs in the order channel, row,"
                                    + " column",
                            meant,
                            images)));
        }
    }

    private void images() {
        Shape shape = images.shape();
        if (shape.height() == shape.width()) {
            all.add(new Candidate(
                    Kind.IMAGES_TRANSPOSED,
                    "input",
                    "in training rows of the images were columns",
                    "Write the images of the data set row by row as the training saw them",
                    network,
                    OtherImages.transposed(images)));
        }
        if (shape.channels() > 1) {
            all.add(new Candidate(
                    Kind.CHANNEL_ORDER,
                    "input",
                    "in training the channels came in the opposite order, as BGR for RGB",
                    "Write the channels of the data set in the order of the training",
                    network,
                    OtherImages.reversedChannels(images)));
        }
    }

    private void norms() {
        Norms norms = new Norms(network);
        if (!norms.exist()) {
            return;
        }
        for (double epsilon : EPSILONS) {
            if (epsilon != norms.epsilon()) {
                all.add(new Candidate(
                        Kind.NORM_EPSILON,
                        "batch normalization",
                        "in training its epsilon was " + epsilon + " instead of " + norms.epsilon(),
                        "Set epsilon=\"" + epsilon + "\"",
                        norms.withEpsilon(epsilon),
                        images));
            }
        }
        all.add(new Candidate(
                Kind.NORM_STATISTICS,
                "batch normalization",
                "means and variances are not those of its inputs",
                "Export running means and variances, or train with batch normalization in its training mode",
                Renormalization.of(network, images.first(STATISTICS_IMAGES)),
                images));
    }
}
