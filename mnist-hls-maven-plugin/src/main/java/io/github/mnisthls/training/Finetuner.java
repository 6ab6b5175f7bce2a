/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

/** Trains networks on with rounding in the forward pass. */
@FunctionalInterface
public interface Finetuner {
    /**
     * Trains, or goes on with an interrupted training of the same request; leaves its results in the request's folder.
     *
     * @throws TrainingFailedException if the training diverges, or its process fails
     */
    void finetune(FinetuningRequest request);
}
