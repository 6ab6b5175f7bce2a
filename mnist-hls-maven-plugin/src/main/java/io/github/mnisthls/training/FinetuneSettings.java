/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;

/**
 * How a trained network is trained on with rounding; all else is as it was trained.
 *
 * @param epochs       passes over the training images, 1 to 1000
 * @param learningRate largest rate of the one-cycle schedule, above 0, at most 1
 */
public record FinetuneSettings(FinetuneMode mode, int epochs, double learningRate) {
    /** Rounding afterwards costs next to nothing from here on. */
    private static final int ENOUGH_BITS = 6;

    private static final int EPOCHS = 10;
    private static final double LEARNING_RATE = 5e-4;
    private static final int MAX_EPOCHS = 1000;

    public FinetuneSettings {
        if (epochs < 1 || epochs > MAX_EPOCHS) {
            throw new InvalidSettingException(
                    Settings.FINETUNE_EPOCHS,
                    epochs,
                    "it must be from 1 to " + MAX_EPOCHS,
                    "Correct it, or leave it out for " + EPOCHS + "; " + Settings.FINETUNE + " off trains none.");
        }
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new InvalidSettingException(
                    Settings.FINETUNE_LEARNING_RATE,
                    learningRate,
                    "it must be above 0 and at most 1",
                    "Leave it out for " + LEARNING_RATE + ".");
        }
    }

    public static FinetuneSettings defaults() {
        return new FinetuneSettings(FinetuneMode.AUTO, EPOCHS, LEARNING_RATE);
    }

    /** Whether a network of this precision is trained on. */
    public boolean isOn(Precision precision) {
        return mode == FinetuneMode.ON || (mode == FinetuneMode.AUTO && precision.fewestBits() < ENOUGH_BITS);
    }

    /** Why it is, or how it can be had. */
    public String reason(Precision precision) {
        return mode == FinetuneMode.ON
                ? "as " + Settings.FINETUNE + " says"
                : "since the precision has formats of " + precision.fewestBits() + " bits, fewer than " + ENOUGH_BITS
                        + " (" + Settings.FINETUNE.option() + "=off leaves it)";
    }
}
