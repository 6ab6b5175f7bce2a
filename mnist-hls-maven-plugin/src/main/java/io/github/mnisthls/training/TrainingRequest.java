/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Path;

/**
 * What to train.
 *
 * @param architecture of the network
 * @param images       to train with and, some of them, to choose the best epoch; never the test images
 * @param settings     how
 * @param folder       owned by the training: model, history and checkpoints go there
 */
public record TrainingRequest(Architecture architecture, LabeledImages images, TrainingSettings settings, Path folder) {
    /** Two to learn from, as a batch has two at least, and one to judge by. */
    private static final int FEWEST_IMAGES = 3;

    public TrainingRequest {
        check(architecture, images, settings);
    }

    /**
     * Checks the images.
     *
     * @throws InvalidSettingException if they do not fit the network, or are too few
     */
    public static void check(Architecture architecture, LabeledImages images, TrainingSettings settings) {
        if (!images.shape().equals(architecture.input())) {
            throw new InvalidSettingException(
                    Settings.INPUT_SHAPE,
                    architecture.input(),
                    "the images of the data set are " + images.shape().named(),
                    "Write <inputShape>" + images.shape() + "</inputShape>.");
        }
        if (images.count() < FEWEST_IMAGES) {
            throw new InvalidSettingException(
                    Settings.DATASET,
                    images.count() + " training images",
                    "a training needs " + FEWEST_IMAGES + " at least",
                    "Name a data set with more images, and raise " + Settings.TRAINING_IMAGES + " if it is set.");
        }
        if (settings.validationImages() > images.count() - 2) {
            throw new InvalidSettingException(
                    Settings.VALIDATION_IMAGES,
                    settings.validationImages(),
                    "the data set has " + images.count() + " training images, and at least two must remain",
                    "Set it to " + Math.max(1, images.count() / 10) + ".");
        }
    }
}
