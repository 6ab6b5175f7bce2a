/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.TrainingFailedException;
import io.github.mnisthls.training.TrainingSettings;
import java.util.Locale;

/**
 * Stops a training that goes nowhere and says why that may be.
 *
 * @param learningRate which setting it is
 */
record LearningWatch(int classes, int stepsPerEpoch, TrainingSettings settings, Setting learningRate) {
    /** Epochs after which a network that learns at all is well above chance, if they have enough steps. */
    private static final int PATIENCE = 2;

    private static final int PATIENCE_STEPS = 400;

    /** How far above chance it must be by then, as a share of the way from chance to perfection. */
    private static final double MARGIN = 0.1;

    /** A mean loss that no network of any use has: guessing among a million classes has 14. */
    private static final double DIVERGED = 1e3;

    private static final String CAUSES = """
            Likely causes:
              - the learning rate is too high (it is %s): try a tenth of it with %s=%s;
              - labels and images are shuffled against each other: check the data set's files;
              - the inputs are not scaled to 0 to 1, or all images look alike: check the data set's pixels;
              - values are rounded in the forward pass while training: rounding has no gradient, so a network that is
                rounded at every layer learns nothing (this plugin trains in float32 and rounds afterwards).""";

    private static final String TOO_FEW =
            " That is too few updates to tell: a network needs %d or more. Raise %s, lower %s, or"
                    + " give more images; only if that does not help:";

    /** Checks an epoch when it is done. */
    void check(EpochReport report, int epochs) {
        double worst = Math.max(report.loss(), report.validationLoss());
        if (!(worst <= DIVERGED)) {
            throw failure("The training diverged: in epoch " + report.epoch() + " of " + epochs + " the loss became "
                    + worst + ".");
        }
        double chance = 1.0 / classes;
        double least = chance + MARGIN * (1 - chance);
        int patience = Math.max(PATIENCE, (PATIENCE_STEPS + stepsPerEpoch - 1) / stepsPerEpoch);
        int updates = report.epoch() * stepsPerEpoch;
        if (report.epoch() >= Math.min(patience, epochs) && report.validationAccuracy() < least) {
            throw failure(String.format(
                    Locale.ROOT,
                    "The network does not learn: after %d of %d epochs, %d updates of its weights, it recognizes %.2f %% of"
                            + " the validation images, and guessing would recognize %.2f %% (loss %.3f).%s",
                    report.epoch(),
                    epochs,
                    updates,
                    100 * report.validationAccuracy(),
                    100 * chance,
                    report.loss(),
                    updates < PATIENCE_STEPS
                            ? TOO_FEW.formatted(PATIENCE_STEPS, Settings.EPOCHS, Settings.BATCH_SIZE)
                            : ""));
        }
    }

    /** Checks what the training gives. */
    void checkResult(EpochReport best) {
        if (best.validationAccuracy() < settings.minimumAccuracy()) {
            throw new TrainingFailedException(String.format(
                    Locale.ROOT,
                    "The best validation accuracy is %.4f (epoch %d), less than %s %.4f asks for. Train for more epochs"
                            + " (%s), use a larger network, or ask for less.",
                    best.validationAccuracy(),
                    best.epoch(),
                    Settings.MINIMUM_ACCURACY,
                    settings.minimumAccuracy(),
                    Settings.EPOCHS.option()));
        }
    }

    private TrainingFailedException failure(String what) {
        return new TrainingFailedException(what + "\n"
                + CAUSES.formatted(settings.learningRate(), learningRate.option(), settings.learningRate() / 10));
    }
}
