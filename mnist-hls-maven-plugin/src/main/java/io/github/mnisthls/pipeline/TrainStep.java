/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.training.ChildJvmTrainer;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the network. The training has a folder of its own, so that an interrupted one can go on. */
final class TrainStep implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(TrainStep.class);

    private final TrainSettings settings;
    private final DatasetSource dataset;
    private final Path trainingFolder;
    private final ChildJvm jvm;

    TrainStep(TrainSettings settings, DatasetSource dataset, Path trainingFolder, ChildJvm jvm) {
        this.settings = settings;
        this.dataset = dataset;
        this.trainingFolder = trainingFolder;
        this.jvm = jvm;
    }

    @Override
    public StepName name() {
        return StepName.TRAIN;
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .addAll("training", new TrainingJob(settings.architecture(), settings.training()).description())
                .toMap();
    }

    @Override
    public void run(Path staging) throws IOException {
        Dataset data = dataset.read(settings.architecture().classes());
        new ChildJvmTrainer(jvm, LOG::info)
                .train(new TrainingRequest(
                        settings.architecture(), data.training(), settings.training(), trainingFolder));
        TrainingFiles made = new TrainingFiles(trainingFolder);
        TrainingFiles kept = new TrainingFiles(staging);
        Files.copy(made.model(), kept.model());
        Files.copy(made.history(), kept.history());
        FileTree.copy(made.network(), kept.network());
        FileTree.delete(trainingFolder);
    }
}
