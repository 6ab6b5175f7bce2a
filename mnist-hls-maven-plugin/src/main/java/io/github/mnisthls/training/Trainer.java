/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

/** Trains a network. */
@FunctionalInterface
public interface Trainer {
    /**
     * Trains, or goes on with an interrupted training of the same request.
     *
     * @throws TrainingFailedException if the network does not learn, or the training process fails
     */
    TrainedModel train(TrainingRequest request);
}
