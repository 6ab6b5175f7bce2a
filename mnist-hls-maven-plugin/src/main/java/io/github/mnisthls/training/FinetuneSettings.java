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
 * @param sparsity     share of each layer's weights that become 0, from 0 to below 1
 */
public record FinetuneSettings(FinetuneMode mode, int epochs, double learningRate, double sparsity) {
    /** Rounding afterwards costs next to nothing from here on. */
    private static final int ENOUGH_BITS = 6;

    private static final int EPOCHS = 10;
    private static final double LEARNING_RATE = 5e-4;
    private static final int MAX_EPOCHS = 1000;

    /** No weight becomes 0 that does not round to it. */
    public FinetuneSettings(FinetuneMode mode, int epochs, double learningRate) {
        this(mode, epochs, learningRate, 0);
    }

    public FinetuneSettings {
        if (!(sparsity >= 0 && sparsity < 1)) {
            throw new InvalidSettingException(
                    Settings.SPARSITY,
                    sparsity,
                    "it must be a fraction from 0 to below 1",
                    "0.5 makes half of each layer's weights 0; leave it out for none.");
        }
        if (sparsity > 0 && mode == FinetuneMode.OFF) {
            throw new InvalidSettingException(
                    Settings.SPARSITY,
                    sparsity,
                    "weights become 0 while the network is trained further, and " + Settings.FINETUNE + " is off",
                    "Leave " + Settings.FINETUNE + " out, or set it to on.");
        }
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
        return mode == FinetuneMode.ON
                || sparsity > 0
                || (mode == FinetuneMode.AUTO && precision.fewestBits() < ENOUGH_BITS);
    }

    /** Why it is, or how it can be had. */
    public String reason(Precision precision) {
        if (sparsity > 0) {
            return "as " + Settings.SPARSITY + " says";
        }
        return mode == FinetuneMode.ON
                ? "as " + Settings.FINETUNE + " says"
                : "since the precision has formats of " + precision.fewestBits() + " bits, fewer than " + ENOUGH_BITS
                        + " (" + Settings.FINETUNE.option() + "=off leaves it)";
    }
}
