/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.training.Trainer;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingRequest;
import io.github.mnisthls.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Trains the network. The training has a folder of its own, so that an interrupted one can go on. */
final class TrainStep implements Step {
    private final Architecture architecture;
    private final TrainingSettings settings;
    private final DatasetSource dataset;
    private final Path trainingFolder;
    private final Trainer trainer;

    TrainStep(
            Architecture architecture,
            TrainingSettings settings,
            DatasetSource dataset,
            Path trainingFolder,
            Trainer trainer) {
        this.architecture = architecture;
        this.settings = settings;
        this.dataset = dataset;
        this.trainingFolder = trainingFolder;
        this.trainer = trainer;
    }

    @Override
    public StepName name() {
        return StepName.TRAIN;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("trains for " + settings.epochs() + " epochs");
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .addAll("training", new TrainingJob(architecture, settings).description())
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        Dataset data = dataset.read(architecture.classes());
        trainer.train(new TrainingRequest(architecture, data.training(), settings, trainingFolder));
        TrainingFiles made = new TrainingFiles(trainingFolder);
        TrainingFiles kept = new TrainingFiles(staging);
        if (Files.exists(made.model())) {
            Files.copy(made.model(), kept.model());
        }
        Files.copy(made.history(), kept.history());
        FileTree.copy(made.network(), kept.network());
    }

    /** Until the model is in its place and remembered, the checkpoints spare a second training. */
    @Override
    public void settle() throws IOException {
        FileTree.delete(trainingFolder);
    }
}
