/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.training.TrainingSettings;
import java.util.Arrays;

/** Numbers of the images to train with and of those to choose the best epoch with. */
final class Split {
    private static final long PURPOSE = 0x5917;

    final int[] training;
    final int[] validation;

    private Split(int[] training, int[] validation) {
        this.training = training;
        this.validation = validation;
    }

    /** Draws the split by the seed. */
    static Split draw(int images, TrainingSettings settings) {
        int[] order = new SeededRandom(settings.seed(), PURPOSE).permutation(images);
        int validation = settings.validationImages();
        int training = Math.min(images - validation, settings.trainingImages());
        return new Split(
                Arrays.copyOfRange(order, validation, validation + training), Arrays.copyOf(order, validation));
    }

    /** Those to choose with, though there may be fewer images than the settings count on. */
    static int[] validation(int images, TrainingSettings settings) {
        int[] order = new SeededRandom(settings.seed(), PURPOSE).permutation(images);
        return Arrays.copyOf(order, Math.min(settings.validationImages(), images));
    }
}
