/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.loading.ModelSettings;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the float network comes from.
 *
 * @param architecture to train; empty if a model is loaded, which has its own
 * @param dataset      a folder of IDX files; MNIST if empty
 * @param model        to load instead of training; empty if there is something to train
 * @param training     how to train
 * @param standIn      how a model may have been trained that is used as it is where it is there already; empty if none will
 *                     do but what {@code training} gives
 */
public record TrainSettings(
        Optional<Architecture> architecture,
        Optional<Path> dataset,
        Optional<ModelSettings> model,
        TrainingSettings training,
        Optional<TrainingSettings> standIn) {
    public TrainSettings {
        if (architecture.isPresent() == model.isPresent()) {
            throw new IllegalArgumentException("a network is trained or loaded, and either needs one thing");
        }
    }

    /** The same, trained otherwise. */
    TrainSettings with(TrainingSettings other) {
        return new TrainSettings(architecture, dataset, model, other, Optional.empty());
    }
}
