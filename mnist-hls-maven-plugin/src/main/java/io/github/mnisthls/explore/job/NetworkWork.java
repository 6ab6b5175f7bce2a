/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingRequest;
import io.github.mnisthls.training.engine.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Trains networks, or takes those that are there, and looks at the test images with them.
 *
 * @param images reads the images for a number of classes
 */
record NetworkWork(Site site, JobStore store, IntFunction<Dataset> images, Consumer<String> notice) {
    /** The class of each test image, one byte each. */
    static final String CLASSES = "classes.bin";

    JobResult run(NetworkJob job, Path staging, int threads) throws IOException {
        TrainingFiles files = new TrainingFiles(staging);
        Network network = network(job, files, threads);
        NetworkFolder.write(network, files.network());
        Dataset data = images.apply(network.architecture().classes());
        int[] classes = new FloatInference(network).predicted(data.test(), threads);
        byte[] bytes = new byte[classes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) classes[i];
        }
        AtomicFile.write(staging.resolve(CLASSES), bytes);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("float32", FloatInference.accuracy(data.test(), classes));
        figures.put("parameters", network.architecture().parameterCount());
        figures.put("macs", network.architecture().macs());
        return new JobResult(figures);
    }

    private Network network(NetworkJob job, TrainingFiles files, int threads) {
        if (job.training().isEmpty()) {
            return NetworkFolder.read(site.given().orElseThrow());
        }
        Path adopted = store.adopted(job);
        return Files.isDirectory(adopted)
                ? NetworkFolder.read(adopted)
                : train(job, job.training().get(), files, threads);
    }

    private Network train(NetworkJob job, TrainingJob training, TrainingFiles files, int threads) {
        Dataset data = images.apply(training.architecture().classes());
        TrainingJob here = new TrainingJob(
                training.architecture(),
                training.settings().with(training.settings().memoryMiB(), threads));
        TrainingRequest.check(here.architecture(), data.training(), here.settings());
        try (Training run = new Training(here, data.training(), store.checkpoints(job), notice)) {
            Training.Result result = run.run(report -> notice.accept(job.title() + ": epoch " + report.epoch() + " of "
                    + here.settings().epochs() + ", validation accuracy " + report.validationAccuracy()));
            AtomicFile.write(files.history(), Json.write(result.history()));
            return result.network();
        }
    }
}
