/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.LayerScale;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.quantization.TrainableNetwork;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import io.github.mnisthls.training.engine.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Quantizes networks, trains them on before if need be, and looks at the test images with them.
 *
 * @param images reads the images for a number of classes
 */
record QuantizeWork(JobStore store, IntFunction<Dataset> images, Consumer<String> notice) {
    JobResult run(QuantizeJob job, Path staging, int threads) throws IOException {
        Path source = store.folder(job.network());
        Network network = NetworkFolder.read(new TrainingFiles(source).network());
        Network folded = FoldBatchNorm.fold(network);
        Dataset data = images.apply(network.architecture().classes());
        LabeledImages calibration = data.training().first(job.calibrationImages());
        Quantization quantization = job.finetuning().isPresent()
                ? finetuned(job, job.finetuning().get(), folded, data.training(), staging, threads)
                : Quantizer.quantize(folded, job.precision(), calibration, threads);
        LayerScale.checkSomeLeft(folded, quantization.network(), job.precision());
        QuantizationStore.save(quantization, staging);
        Predictions predictions = new Emulator(quantization.network()).run(data.test(), threads);
        byte[] classes = Files.readAllBytes(source.resolve(NetworkWork.CLASSES));
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("accuracy", predictions.accuracy(data.test()));
        figures.put(
                "flips",
                IntStream.range(0, classes.length)
                        .filter(image -> (classes[image] & 0xff) != predictions.predicted(image))
                        .count());
        return new JobResult(figures);
    }

    private Quantization finetuned(
            QuantizeJob job, Finetuning how, Network folded, LabeledImages training, Path staging, int threads) {
        TrainingSettings settings = how.settings();
        FinetuningJob here = new FinetuningJob(
                new TrainingJob(folded.architecture(), settings.with(settings.memoryMiB(), threads)),
                job.precision(),
                job.calibrationImages(),
                how.sparsity());
        LabeledImages calibration = training.first(job.calibrationImages());
        TrainableNetwork network = TrainableNetwork.of(folded, job.precision(), calibration, threads);
        try (Training run = Training.finetuning(here, network, training, store.checkpoints(job), notice)) {
            Training.Result result = run.run(report -> notice.accept(job.title() + ": epoch " + report.epoch() + " of "
                    + settings.epochs() + ", validation accuracy " + report.validationAccuracy()));
            TrainingFiles files = new TrainingFiles(staging);
            NetworkFolder.write(result.network(), files.network());
            network.formats().write(files.formats());
            AtomicFile.write(files.history(), Json.write(result.history()));
            return Quantizer.quantize(result.network(), job.precision(), network.formats(), calibration, threads);
        }
    }
}
