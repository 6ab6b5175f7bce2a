/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.weights.WeightTarget;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model to load, and what the user says of it.
 *
 * @param model      a file or a folder
 * @param output     name of the output that gives the logits, where the file has several
 * @param testData   inputs and outputs to compare with
 * @param inputShape of the images; empty if the user does not tell
 * @param pixels     what the network sees of them, unless the model tells that itself
 * @param layers     those that weights alone belong to; empty if the user tells none
 */
public record ModelSettings(
        Path model,
        Optional<String> output,
        Optional<Path> testData,
        Optional<Shape> inputShape,
        PixelScaling pixels,
        Optional<WeightTarget> layers) {
    /** A model of which nothing is said. */
    public static ModelSettings of(Path model) {
        return new ModelSettings(
                model, Optional.empty(), Optional.empty(), Optional.empty(), PixelScaling.UNIT, Optional.empty());
    }
}
