/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.FinetuneSettings;

/**
 * How to quantize.
 *
 * @param calibrationImages how many training images show the ranges of the activations, at least 1
 * @param finetune          whether and how the network is trained on before
 */
public record PrecisionSettings(Precision precision, int calibrationImages, FinetuneSettings finetune) {
    public PrecisionSettings {
        if (calibrationImages < 1) {
            throw new InvalidSettingException(
                    Settings.CALIBRATION_IMAGES, calibrationImages, "it must be at least 1", "Leave it out for 2000.");
        }
    }

    boolean finetunes() {
        return finetune.isOn(precision);
    }
}
