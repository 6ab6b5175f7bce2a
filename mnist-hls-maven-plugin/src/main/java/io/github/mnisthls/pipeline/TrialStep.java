/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.reporting.TrialTables;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.RoundingTrials;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import io.github.mnisthls.training.TrialRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Trains the network's architecture anew for a few epochs, with and without rounding, and keeps what could be seen. */
final class TrialStep implements Step {
    static final String FILE = "trials.json";

    private final PrecisionSettings precision;
    private final TrainingSettings settings;
    private final DatasetSource dataset;
    private final WorkFolder work;
    private final TrialRunner runner;

    /**
     * A step that has yet to run.
     *
     * @param training as the user set it
     */
    TrialStep(
            PrecisionSettings precision,
            TrainingSettings training,
            DatasetSource dataset,
            WorkFolder work,
            TrialRunner runner) {
        this.precision = precision;
        this.settings = training.trial();
        this.dataset = dataset;
        this.work = work;
        this.runner = runner;
    }

    @Override
    public StepName name() {
        return StepName.ROUNDING_TRIAL;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("trains three times for " + settings.epochs()
                + " epochs: in float32, rounded without a gradient," + " rounded with a straight-through one");
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .add("precision", precision.precision().text())
                .add("calibrationImages", precision.calibrationImages())
                .addAll("training", TrainingJob.describe(settings))
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) {
        Network network = NetworkFolder.read(new TrainingFiles(work.folder(StepName.TRAIN)).network())
                .needed();
        FinetuningJob job = new FinetuningJob(
                new TrainingJob(network.architecture(), settings),
                precision.precision(),
                precision.calibrationImages());
        RoundingTrials trials = runner.run(
                network, dataset.read(network.architecture().classes()).training(), job, work.diagnosing());
        AtomicFile.write(staging.resolve(FILE), Json.write(trials));
        TrialTables.csv(trials).forEach((name, text) -> AtomicFile.write(staging.resolve(name), text));
    }

    @Override
    public void settle() throws IOException {
        FileTree.delete(work.diagnosing());
    }
}
