/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.FinetuneSettings;
import java.util.OptionalDouble;

/**
 * How to quantize.
 *
 * @param calibrationImages   how many training images show the ranges of the activations, at least 1
 * @param precision           where the widths are yet to be chosen, it says nothing
 * @param finetune            whether and how the network is trained on before
 * @param maximumAccuracyDrop from 0 to 1, how much the accuracy may fall where widths are to be chosen; else empty
 */
public record PrecisionSettings(
        Precision precision, int calibrationImages, FinetuneSettings finetune, OptionalDouble maximumAccuracyDrop) {
    /** How {@code <precision>} says that widths are to be chosen. */
    public static final String AUTO = "auto";

    /** Formats that are known. */
    public PrecisionSettings(Precision precision, int calibrationImages, FinetuneSettings finetune) {
        this(precision, calibrationImages, finetune, OptionalDouble.empty());
    }

    /** Widths that are to be chosen. */
    public static PrecisionSettings toBeChosen(
            int calibrationImages, FinetuneSettings finetune, double maximumAccuracyDrop) {
        return new PrecisionSettings(
                Precision.parse(Precision.DEFAULT),
                calibrationImages,
                finetune,
                OptionalDouble.of(maximumAccuracyDrop));
    }

    public PrecisionSettings {
        if (calibrationImages < 1) {
            throw new InvalidSettingException(
                    Settings.CALIBRATION_IMAGES, calibrationImages, "it must be at least 1", "Leave it out for 2000.");
        }
        maximumAccuracyDrop.ifPresent(PrecisionSettings::checkDrop);
        if (finetune.sparsity() > 0 && precision.hasSigns()) {
            throw new InvalidSettingException(
                    Settings.SPARSITY,
                    finetune.sparsity(),
                    "weights of one bit are 1 and -1, never 0, in " + Settings.PRECISION + " '" + precision.text()
                            + "'",
                    "Give the weights two bits (auto:ternary, auto:w2a4), or leave it out.");
        }
    }

    /** The same, with widths that were chosen. */
    PrecisionSettings chosen(Precision widths) {
        return new PrecisionSettings(widths, calibrationImages, finetune);
    }

    private static void checkDrop(double drop) {
        if (!(drop >= 0 && drop < 1)) {
            throw new InvalidSettingException(
                    Settings.MAXIMUM_ACCURACY_DROP,
                    drop,
                    "it must be a fraction from 0 to below 1",
                    "0.001 allows a tenth of a percentage point.");
        }
    }

    boolean finetunes() {
        return finetune.isOn(precision);
    }
}
