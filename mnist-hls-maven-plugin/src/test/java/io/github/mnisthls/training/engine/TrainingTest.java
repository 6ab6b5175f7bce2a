/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.EpochShare;
import io.github.mnisthls.training.TrainingFailedException;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final Architecture ARCHITECTURE = new Architecture(
            "stripes",
            new Shape(1, 6, 5),
            List.of(
                    new Conv2d("conv", 4, Window.square(3, 1)),
                    new BatchNorm("norm", 1e-5),
                    new Relu("relu"),
                    new Dropout("dropout", 0.1),
                    new Dense("dense", 5)));
    private static final double RATE = 0.02;

    private final List<String> notices = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void learnsWhatCanBeLearned() {
        Training.Result result = train(settings(6, RATE, 0), stripes(true), report -> {});

        assertThat(result.history().validationAccuracy()).isGreaterThan(0.95);
        assertThat(result.history().perEpoch()).hasSize(6);
        assertThat(result.history()
                        .perEpoch()
                        .get(result.history().bestEpoch() - 1)
                        .validationAccuracy())
                .isEqualTo(result.history().validationAccuracy());
    }

    @Test
    void eachStepSaysHowFarItsEpochIs() {
        TrainingJob job = new TrainingJob(ARCHITECTURE, settings(2, RATE, 0));
        List<EpochShare> shares = new ArrayList<>();
        try (Training training = new Training(job, stripes(true), temporary(), notices::add)) {
            training.run(report -> {}, shares::add);
        }

        long all = shares.get(0).all();
        assertThat(shares.get(0)).isEqualTo(new EpochShare(1, 32, all));
        assertThat(shares).contains(new EpochShare(1, all, all)).endsWith(new EpochShare(2, all, all));
    }

    @Test
    void sameSeedSameModel() {
        assertThat(train(settings(2, RATE, 0), stripes(true), report -> {}).network())
                .isEqualTo(
                        train(settings(2, RATE, 0), stripes(true), report -> {}).network());
    }

    @Test
    void averagedWeightsAreJudgedAndKept() {
        TrainingSettings plain = settings(4, RATE, 0);
        TrainingSettings averaged = new TrainingSettings(
                4, 32, 7, RATE, 0.01, OptionalDouble.empty(), 0.9, plain.augmentation(), 100, 10_000, 0, 512, 2);

        Training.Result result = train(averaged, stripes(true), report -> {});

        assertThat(result.history().validationAccuracy()).isGreaterThan(0.9);
        assertThat(result.network())
                .isNotEqualTo(train(plain, stripes(true), report -> {}).network());
    }

    @Test
    void resumesToTheSameModel() {
        Training.Result uninterrupted = train(settings(5, RATE, 0), stripes(true), report -> {});

        killAfter(3);
        List<Integer> told = new ArrayList<>();
        Training.Result resumed =
                trainIn(folder, settings(5, RATE, 0), stripes(true), report -> told.add(report.epoch()));

        assertThat(resumed.network()).isEqualTo(uninterrupted.network());
        assertThat(told).containsExactly(1, 2, 3, 4, 5);
        assertThat(notices).containsExactly("resuming after epoch 2 of 5");
    }

    @Test
    void damagedCheckpointGivesWayToTheOneBefore() throws IOException {
        Training.Result uninterrupted = train(settings(5, RATE, 0), stripes(true), report -> {});
        killAfter(3);
        Path newest = folder.resolve("epoch-2.bin");
        try (RandomAccessFile file = new RandomAccessFile(newest.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int old = file.read();
            file.seek(file.length() / 2);
            file.write(old ^ 1);
        }

        Training.Result resumed = trainIn(folder, settings(5, RATE, 0), stripes(true), report -> {});

        assertThat(resumed.network()).isEqualTo(uninterrupted.network());
        assertThat(notices).hasSize(2);
        assertThat(notices.get(0)).contains("epoch-2.bin", "checksum");
        assertThat(notices.get(1)).isEqualTo("resuming after epoch 1 of 5");
    }

    @Test
    void truncatedCheckpointsAreNoticed() throws IOException {
        Training.Result uninterrupted = train(settings(5, RATE, 0), stripes(true), report -> {});
        killAfter(3);
        Files.write(folder.resolve("epoch-2.bin"), new byte[7]);
        Files.write(folder.resolve("epoch-1.bin"), new byte[0]);

        assertThat(trainIn(folder, settings(5, RATE, 0), stripes(true), report -> {})
                        .network())
                .isEqualTo(uninterrupted.network());
        assertThat(notices).hasSize(2);
    }

    @Test
    void checkpointsOfOtherSettingsAreNotUsed() {
        trainIn(folder, settings(3, RATE, 0), stripes(true), report -> {});
        TrainingSettings other = settings(3, RATE / 2, 0);

        assertThat(trainIn(folder, other, stripes(true), report -> {}).network())
                .isEqualTo(train(other, stripes(true), report -> {}).network());
    }

    @Test
    void shuffledLabelsAreFoundOut() {
        assertThatThrownBy(() -> train(settings(4, RATE, 0), stripes(false), report -> {}))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContainingAll(
                        "does not learn",
                        "guessing would recognize 20.00 %",
                        "learning rate",
                        "shuffled",
                        "scaled",
                        "rounded");
    }

    /** So deep and at so high a rate that its numbers overflow. */
    @Test
    void divergenceIsFoundOut() {
        LabeledImages images = stripes(true);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            layers.add(new Dense("dense" + i, i < 19 ? 40 : 5));
        }
        TrainingJob job = new TrainingJob(new Architecture("deep", images.shape(), layers), settings(3, 1, 0));
        try (Training training = new Training(job, images, temporary(), notices::add)) {
            assertThatThrownBy(() -> training.run(report -> {}))
                    .isInstanceOf(TrainingFailedException.class)
                    .hasMessageContainingAll("diverged", "epoch 1 of 3", "-Dmnist-hls.learningRate=0.1");
        }
    }

    @Test
    void minimumAccuracyIsAGate() {
        assertThatThrownBy(() -> train(settings(1, 1e-4, 0.99), stripes(true), report -> {}))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContainingAll("minimumAccuracy", "0.9900");
    }

    /** Leaves checkpoints of the first two epochs, as a process killed in the third does. */
    private void killAfter(int epoch) {
        assertThatThrownBy(() -> trainIn(folder, settings(5, RATE, 0), stripes(true), report -> {
                    if (report.epoch() == epoch) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
    }

    private Training.Result train(TrainingSettings settings, LabeledImages images, Consumer<EpochReport> listener) {
        return trainIn(temporary(), settings, images, listener);
    }

    private Training.Result trainIn(
            Path checkpoints, TrainingSettings settings, LabeledImages images, Consumer<EpochReport> listener) {
        TrainingJob job = new TrainingJob(ARCHITECTURE, settings);
        try (Training training = new Training(job, images, checkpoints, notices::add)) {
            return training.run(listener);
        }
    }

    private Path temporary() {
        try {
            return Files.createTempDirectory(folder, "checkpoints");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TrainingSettings settings(int epochs, double learningRate, double minimumAccuracy) {
        return new TrainingSettings(
                epochs,
                32,
                7,
                learningRate,
                0.01,
                OptionalDouble.empty(),
                0,
                new Augmentation(0.2, 2, 0.02, 0.02),
                100,
                10_000,
                minimumAccuracy,
                512,
                2);
    }

    /** Images with one bright column, which is their label; or with labels that mean nothing. */
    private static LabeledImages stripes(boolean meaningful) {
        Random random = new Random(3);
        int count = 700;
        byte[] pixels = new byte[count * 30];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            int column = random.nextInt(5);
            for (int p = 0; p < 30; p++) {
                pixels[i * 30 + p] = (byte) (p % 5 == column ? 200 + random.nextInt(56) : random.nextInt(90));
            }
            labels[i] = (byte) (meaningful ? column : random.nextInt(5));
        }
        return LabeledImages.of(new Shape(1, 6, 5), pixels, labels);
    }
}
