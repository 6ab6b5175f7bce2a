/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;

/**
 * How to quantize.
 *
 * @param calibrationImages how many training images show the ranges of the activations, at least 1
 */
public record PrecisionSettings(Precision precision, int calibrationImages) {
    public PrecisionSettings {
        if (calibrationImages < 1) {
            throw new InvalidSettingException(
                    Settings.CALIBRATION_IMAGES, calibrationImages, "it must be at least 1", "Leave it out for 2000.");
        }
    }
}
