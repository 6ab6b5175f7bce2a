/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.PrecisionSettings;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.PropertyNames;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that need the quantized network. */
abstract class PrecisionParameters extends TrainingParameters {
    /**
     * Fixed-point formats: one type for everything ({@code ap_fixed<16,8>}), {@code auto:W} (width W, binary points
     * from the data), {@code auto:wVaW} (weights of V bits, activations of W), {@code auto:ternary} (weights -1, 0 and 1,
     * activations of 4 bits), or a list by layer ({@code conv1=ap_fixed<16,8>; *=auto:8}). Rounds to nearest and saturates
     * where the type names no modes.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.PRECISION, defaultValue = "ap_fixed<16,8>")
    private String precision;

    /**
     * How many training images show the ranges of the activations.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CALIBRATION_IMAGES, defaultValue = "2000")
    private int calibrationImages;

    PrecisionSettings precisionSettings() {
        return new PrecisionSettings(Precision.parse(precision), calibrationImages);
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        precisionSettings();
    }
}
