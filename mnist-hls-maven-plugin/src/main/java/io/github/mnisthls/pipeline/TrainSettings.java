/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the float network comes from.
 *
 * @param architecture to train; a loaded model has its own
 * @param dataset      a folder of IDX files; MNIST if empty
 * @param model        a model to load instead of training
 */
public record TrainSettings(
        Architecture architecture, Optional<Path> dataset, Optional<Path> model, TrainingSettings training) {}
