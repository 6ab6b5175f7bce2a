/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import java.nio.file.Path;

/** Shows what rounding does to a training. */
@FunctionalInterface
public interface TrialRunner {
    /**
     * Trains the network's architecture anew, in each of the kinds.
     *
     * @param network trained; its activations show where binary points belong
     * @param images  to train and judge with
     * @param job     how, and what is rounded to
     * @param folder  to work in
     * @throws TrainingFailedException if the process fails
     */
    RoundingTrials run(Network network, LabeledImages images, FinetuningJob job, Path folder);
}
