/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.it.TinyDataset;
import io.github.mnisthls.training.TrainedModel;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainStepTest {
    @TempDir
    private Path folder;

    private WorkFolder work;
    private Path dataset;
    private int epochsTrained;

    /** Whether DL4J can express the network. */
    private boolean hasZip = true;

    @BeforeEach
    void aWorkFolder() throws IOException {
        work = new WorkFolder(folder.resolve("work"));
        work.lock().close();
        dataset = Files.createDirectories(folder.resolve("dataset"));
        TinyDataset.write(dataset);
    }

    @Test
    void checkpointsGoWhenModelAndRecordAreInPlace() throws Exception {
        train();

        assertThat(work.folder(StepName.TRAIN).resolve("model.zip")).hasContent("model");
        assertThat(work.training()).doesNotExist();
        train();
        assertThat(epochsTrained).isEqualTo(1);
    }

    @Test
    void noZipForDl4jIsNeeded() throws Exception {
        hasZip = false;

        train();
        train();

        assertThat(work.folder(StepName.TRAIN)).isDirectoryNotContaining("glob:**/model.zip");
        assertThat(work.folder(StepName.TRAIN).resolve("training.json")).exists();
        assertThat(epochsTrained).isEqualTo(1);
    }

    @Test
    void noEpochIsTrainedTwiceIfTheRecordCannotBeWritten() throws Exception {
        Path obstacle = Files.createDirectories(work.record(StepName.TRAIN).resolve("obstacle"));

        assertThatThrownBy(this::train).isInstanceOf(IOException.class);
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        train();

        assertThat(epochsTrained).isEqualTo(1);
        assertThat(work.folder(StepName.TRAIN).resolve("model.zip")).hasContent("model");
    }

    @Test
    void noEpochIsTrainedTwiceIfTheModelCannotBePutInPlace() throws Exception {
        // A folder in the place of the list of files stops the step just before the model is moved.
        Path obstacle = Files.createDirectories(work.claim(StepName.TRAIN).resolve("obstacle"));

        assertThatThrownBy(this::train).isInstanceOf(UncheckedIOException.class);
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        train();

        assertThat(epochsTrained).isEqualTo(1);
    }

    private void train() throws IOException, InterruptedException {
        TrainStep step = new TrainStep(
                TinyBuild.settings(dataset).train().architecture().orElseThrow(),
                TinyBuild.settings(dataset).train().training(),
                new DatasetSource(Optional.of(dataset)),
                work.training(),
                this::train);
        new StepRunner(
                        work,
                        Optional.of(StepName.TRAIN),
                        false,
                        "1.0.0",
                        new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                        new KnownDigests(new ConcurrentHashMap<>()))
                .bringUpToDate(step, new UpstreamDigests(Map.of()));
    }

    /** As the true one: goes on from a checkpoint if there is one. */
    private TrainedModel train(TrainingRequest request) {
        TrainingFiles files = new TrainingFiles(request.folder());
        try {
            if (!Files.exists(files.checkpoints())) {
                Files.createDirectories(files.checkpoints());
                epochsTrained++;
            }
            if (hasZip) {
                Files.writeString(files.model(), "model");
            }
            Files.writeString(files.history(), "{}");
            Files.writeString(Files.createDirectories(files.network()).resolve("network.json"), "{}");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
