/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;

/** Trains in a child JVM. */
public record ChildJvmTrainer(TrainingChild child) implements Trainer {
    private static final String MAIN_CLASS = "io.github.mnisthls.dl4j.TrainingProcess";

    @Override
    public TrainedModel train(TrainingRequest request) {
        TrainingFiles files = new TrainingFiles(request.folder());
        TrainingJob job = new TrainingJob(request.architecture(), request.settings());
        child.run(files, request.settings(), request.images(), MAIN_CLASS, () -> job.write(files.job()));
        Network network = NetworkFolder.read(files.network());
        return new TrainedModel(network, Json.read(files.history(), TrainingHistory.class), files.model());
    }
}
