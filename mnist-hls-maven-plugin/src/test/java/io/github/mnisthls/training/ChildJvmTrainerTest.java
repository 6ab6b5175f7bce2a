/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.loading.ModelLoader;
import io.github.mnisthls.loading.ModelSettings;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With real processes. */
@Slow
class ChildJvmTrainerTest {
    private static final Shape SHAPE = new Shape(1, 6, 5);
    private static final Architecture ARCHITECTURE = new Architecture(
            "stripes",
            SHAPE,
            List.of(
                    new Conv2d("conv", 4, Window.square(3, 1)),
                    new BatchNorm("norm", 1e-5),
                    new Relu("relu"),
                    new Dense("dense", 5)));
    private static final int ENDLESS = 1000;

    private final List<String> progress = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final ChildJvm jvm = new ChildJvm(Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))
            .map(Path::of)
            .toList());
    private final Trainer trainer = new ChildJvmTrainer(new TrainingChild(jvm, progress::add, warnings::add));

    /** With blanks and letters beyond ASCII, as users' folders have. */
    @TempDir
    Path temporary;

    @Test
    void trainsSavesAndLoads() throws IOException {
        Path folder = temporary.resolve("größe 1");

        TrainedModel model = trainer.train(request(folder, 3, 0));

        assertThat(model.history().validationAccuracy()).isGreaterThan(0.9);
        assertThat(model.history().perEpoch()).hasSize(3);
        assertThat(model.network()).isEqualTo(NetworkFolder.read(folder.resolve("network")));
        assertThat(progress).hasSize(3).allMatch(line -> line.contains("validation accuracy"));
        assertThat(progress.get(0)).startsWith("epoch 1 of 3: loss ");
        assertThat(warnings).as("this JVM has the vector module").isEmpty();
        assertThat(folder.resolve("images.bin")).doesNotExist();

        ModelLoader loader = new ModelLoader(jvm, 1024);
        assertThat(loader.load(ModelSettings.of(model.file()), SHAPE, temporary.resolve("loading"))
                        .network()
                        .parameters())
                .isEqualTo(model.network().parameters());
        assertThat(loader.load(ModelSettings.of(folder.resolve("network")), SHAPE, temporary.resolve("loading"))
                        .network())
                .isEqualTo(model.network());
        assertThatThrownBy(() ->
                        loader.load(ModelSettings.of(model.file()), new Shape(1, 7, 5), temporary.resolve("loading")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("number of inputs", "dense");
    }

    @Test
    void whatDl4jDoesNotHaveIsToldAndTrained() {
        TrainingRequest whole = request(temporary, 1, 0);
        Architecture clipped = new Architecture(
                "clipped", SHAPE, List.of(new Dense("wide", 7), new Clip("odd_one", -2, 3), new Dense("dense", 5)));

        TrainedModel model = trainer.train(new TrainingRequest(clipped, whole.images(), whole.settings(), temporary));

        assertThat(model.network().architecture().layers()).hasSize(3);
        assertThat(model.file()).doesNotExist();
        assertThat(progress)
                .filteredOn(line -> line.contains("model.zip"))
                .singleElement()
                .asString()
                .contains("layer 'odd_one': DL4J has no clip from -2.0 to 3.0");
    }

    @Test
    void failuresAreToldInTheChildsWords() {
        assertThatThrownBy(() -> trainer.train(request(temporary, 1, 1)))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("minimumAccuracy");
        assertThat(temporary.resolve("training.json")).doesNotExist();
    }

    @Test
    void aKilledTrainingGoesOnToTheSameModel() throws IOException, InterruptedException {
        TrainedModel uninterrupted = trainer.train(request(temporary.resolve("whole"), 40, 0));
        Path folder = temporary.resolve("killed");
        Process process = start(request(folder, 40, 0));
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.startsWith("@epoch") && line.contains("\"epoch\":3")))
                    .isTrue();
            process.destroyForcibly().waitFor();
        }
        assertThat(folder.resolve("training.json")).doesNotExist();

        assertThat(trainer.train(request(folder, 40, 0)).network()).isEqualTo(uninterrupted.network());
    }

    /** Linux' device for this: whoever writes to it is told that the disk is full. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /dev/full")
    void aFullDiskLosesNoEpoch() throws IOException {
        TrainedModel uninterrupted = trainer.train(request(temporary.resolve("whole"), 5, 0));
        progress.clear();
        Path folder = temporary.resolve("full");
        Path checkpoints = new TrainingFiles(folder).checkpoints();
        Files.createDirectories(checkpoints);
        Files.createSymbolicLink(checkpoints.resolve(".epoch-4.bin.tmp"), Path.of("/dev/full"));

        assertThatThrownBy(() -> trainer.train(request(folder, 5, 0)))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContainingAll(
                        "checkpoint of epoch 4", checkpoints.toString(), "No space left on device", "build again");
        assertThat(checkpoints).isDirectoryContaining("glob:**/epoch-3.bin");
        assertThat(folder.resolve("training.json")).doesNotExist();
        progress.clear();

        assertThat(trainer.train(request(folder, 5, 0)).network()).isEqualTo(uninterrupted.network());
        assertThat(progress.get(0)).isEqualTo("resuming after epoch 3 of 5");
    }

    @Test
    void tooLittleMemoryIsToldAsThat() {
        TrainingRequest small = request(temporary, 1, 0);
        Architecture large =
                new Architecture("large", SHAPE, List.of(new Dense("wide", 3_000_000), new Dense("dense", 5)));
        TrainingRequest request = new TrainingRequest(large, small.images(), small.settings(), temporary);

        assertThatThrownBy(() -> trainer.train(request))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContainingAll(
                        "<trainingMemory> (-Dmnist-hls.trainingMemory) is 1024",
                        "too little",
                        "Raise it",
                        "<batchSize>")
                .hasMessageNotContaining("\tat ");
    }

    @Test
    void damagedCheckpointsAreTold() throws IOException {
        Path folder = temporary.resolve("damaged");
        Path checkpoints = new TrainingFiles(folder).checkpoints();
        Files.createDirectories(checkpoints);
        Files.write(checkpoints.resolve("epoch-1.bin"), new byte[100]);

        trainer.train(request(folder, 1, 0));

        assertThat(progress.get(0)).contains("epoch-1.bin", "damaged");
    }

    @Test
    void theChildEndsWithItsParent() throws IOException, InterruptedException {
        Process process = start(request(temporary, ENDLESS, 0));
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.startsWith("@epoch")))
                    .isTrue();

            // What the operating system does to the pipe when the parent dies.
            process.getOutputStream().close();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(4);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(TrainingRequest request) throws IOException {
        TrainingFiles files = new TrainingFiles(request.folder());
        Files.createDirectories(files.folder());
        new TrainingJob(request.architecture(), request.settings()).write(files.job());
        ImageFile.write(request.images(), files.images());
        List<String> words = jvm.command(
                        files.folder(),
                        "io.github.mnisthls.dl4j.TrainingProcess",
                        request.settings().memoryMiB())
                .path(files.folder())
                .build()
                .words();
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    private static TrainingRequest request(Path folder, int epochs, double minimumAccuracy) {
        TrainingSettings settings = new TrainingSettings(
                epochs,
                32,
                7,
                0.02,
                0.01,
                OptionalDouble.empty(),
                0,
                Augmentation.NONE,
                100,
                Integer.MAX_VALUE,
                minimumAccuracy,
                1024,
                1);
        return new TrainingRequest(ARCHITECTURE, stripes(), settings, folder);
    }

    /** Images with one bright column, which is their label. */
    private static LabeledImages stripes() {
        Random random = new Random(3);
        int count = 700;
        byte[] pixels = new byte[count * SHAPE.size()];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(5);
            for (int p = 0; p < SHAPE.size(); p++) {
                boolean bright = p % 5 == labels[i];
                pixels[i * SHAPE.size() + p] = (byte) (bright ? 200 + random.nextInt(56) : random.nextInt(90));
            }
        }
        return LabeledImages.of(SHAPE, pixels, labels);
    }
}
