/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.training.Finetuner;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.FinetuningRequest;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Trains the folded network on, rounded as the hardware rounds. Like a training, it can be interrupted. */
final class FinetuneStep implements Step {
    private final PrecisionSettings precision;
    private final TrainingSettings training;
    private final DatasetSource dataset;
    private final WorkFolder work;
    private final Finetuner finetuner;

    FinetuneStep(
            PrecisionSettings precision,
            TrainingSettings training,
            DatasetSource dataset,
            WorkFolder work,
            Finetuner finetuner) {
        this.precision = precision;
        this.training = training.finetuning(precision.finetune(), precision.precision());
        this.dataset = dataset;
        this.work = work;
        this.finetuner = finetuner;
    }

    @Override
    public StepName name() {
        return StepName.FINETUNE;
    }

    @Override
    public Optional<String> task() {
        FinetuneSettings settings = precision.finetune();
        return Optional.of("continues training for " + settings.epochs() + " epochs with rounding, "
                + settings.reason(precision.precision()));
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .add("precision", precision.precision().text())
                .add("calibrationImages", precision.calibrationImages())
                .add("sparsity", precision.finetune().sparsity())
                .addAll("training", TrainingJob.describe(training))
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        Network network = NetworkFolder.read(new TrainingFiles(work.folder(StepName.TRAIN)).network());
        Network folded = FoldBatchNorm.fold(network);
        FinetuningJob job = new FinetuningJob(
                new TrainingJob(folded.architecture(), training),
                precision.precision(),
                precision.calibrationImages(),
                precision.finetune().sparsity());
        finetuner.finetune(new FinetuningRequest(
                folded, dataset.read(network.architecture().classes()).training(), job, work.finetuning()));
        TrainingFiles made = new TrainingFiles(work.finetuning());
        TrainingFiles kept = new TrainingFiles(staging);
        Files.copy(made.history(), kept.history());
        Files.copy(made.formats(), kept.formats());
        FileTree.copy(made.network(), kept.network());
    }

    /** Until the result is in its place and remembered, the checkpoints spare a second training. */
    @Override
    public void settle() throws IOException {
        FileTree.delete(work.finetuning());
    }
}
