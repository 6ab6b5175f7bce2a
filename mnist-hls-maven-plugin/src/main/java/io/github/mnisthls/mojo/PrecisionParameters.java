/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.PrecisionSettings;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.Choices;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that need the quantized network. */
abstract class PrecisionParameters extends TrainingParameters {
    /**
     * Fixed-point formats: one type for everything ({@code ap_fixed<16,8>}), {@code auto:W} (width W, binary points
     * from the data), {@code auto:wVaW} (weights of V bits, activations of W), {@code auto:ternary} (weights -1, 0 and
     * 1, activations of 4 bits), or a list by layer ({@code conv1=ap_fixed<16,8>; *=auto:8}). If a type names no modes,
     * it rounds to nearest and saturates. {@code auto} alone chooses widths for each layer, see {@code
     * maximumAccuracyDrop}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.PRECISION, defaultValue = "ap_fixed<16,8>")
    private String precision;

    /**
     * How much the accuracy may fall, as a fraction of 1, if {@code precision} is {@code auto}. The weights and results
     * of each layer get the fewest bits within this limit, measured on the validation images and before any training
     * with rounding. Bits that save the most hardware are removed first.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MAXIMUM_ACCURACY_DROP, defaultValue = "0.001")
    private double maximumAccuracyDrop;

    /**
     * How many training images show the ranges of the activations.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CALIBRATION_IMAGES, defaultValue = "2000")
    private int calibrationImages;

    /**
     * Whether the network is trained further, with the rounding of the hardware, before it is quantized: {@code auto}
     * (if the precision has formats of fewer than 6 bits), {@code on} or {@code off}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.FINETUNE, defaultValue = "auto")
    private String finetune;

    /**
     * Passes over the training images with rounding.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.FINETUNE_EPOCHS, defaultValue = "10")
    private int finetuneEpochs;

    /**
     * Largest learning rate of the one-cycle schedule with rounding.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.FINETUNE_LEARNING_RATE, defaultValue = "0.0005")
    private double finetuneLearningRate;

    /**
     * Share of each layer's weights that become 0 while the network is trained further with rounding, from 0 to below
     * 1: those of the smallest magnitude. Zeros cost nothing if a layer multiplies by adders.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.SPARSITY, defaultValue = "0")
    private double sparsity;

    PrecisionSettings precisionSettings() {
        FinetuneSettings finetuning = new FinetuneSettings(
                Choices.read(Settings.FINETUNE, finetune, "mode", FinetuneMode.class),
                finetuneEpochs,
                finetuneLearningRate,
                sparsity);
        return precision.strip().equals(PrecisionSettings.AUTO)
                ? PrecisionSettings.toBeChosen(calibrationImages, finetuning, maximumAccuracyDrop)
                : new PrecisionSettings(Precision.parse(precision), calibrationImages, finetuning);
    }

    final String precisionText() {
        return precision;
    }

    final String finetuneText() {
        return finetune;
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        precisionSettings();
    }
}
