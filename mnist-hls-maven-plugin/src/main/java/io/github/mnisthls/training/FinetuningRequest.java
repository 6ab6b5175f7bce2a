/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import java.nio.file.Path;

/**
 * What to train on with rounding.
 *
 * @param folded without batch normalization and dropout
 * @param images to calibrate and train with; never the test images
 * @param job    how
 * @param folder owned by the training: network, history and checkpoints go there
 */
public record FinetuningRequest(Network folded, LabeledImages images, FinetuningJob job, Path folder) {
    public FinetuningRequest {
        TrainingRequest.check(folded.architecture(), images, job.settings());
    }
}
