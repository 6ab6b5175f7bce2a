/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.quantization.TrainableNetwork;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.TrainingFailedException;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training on with rounding learns, is the same again, and goes on where it was interrupted. */
@Slow
class FinetuningTest {
    private static final int EPOCHS = 4;
    private static final double RATE = 1e-2;
    private static final LabeledImages IMAGES =
            Shades.images(SampleNetworks.kinked().input(), 600);

    @TempDir
    private static Path trainingFolder;

    private static Network folded;

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    @BeforeAll
    static void trainInFloat32() {
        TrainingJob job = new TrainingJob(SampleNetworks.kinked(), settings(12, 1));
        try (Training training = new Training(job, IMAGES, trainingFolder, notice -> {})) {
            folded = FoldBatchNorm.fold(training.run(report -> {}).network());
        }
    }

    @ParameterizedTest
    @CsvSource({"auto:w2a3, 0.8", "auto:ternary, 0.8", "auto:w1a2, 0.6"})
    void whatRoundingAfterwardsForgotIsLearned(String precision, double least) throws IOException {
        double before = new Emulator(Quantizer.quantize(folded, Precision.parse(precision), IMAGES.first(100), 1)
                        .network())
                .run(IMAGES, 1)
                .accuracy(IMAGES);
        Training.Result result = finetune(temporary(), precision, 1, RATE, report -> {});

        assertThat(result.history().validationAccuracy())
                .as("%s before", before)
                .isGreaterThan(Math.max(least, before));
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws IOException {
        assertThat(finetune(temporary(), "auto:w2a3", 3, RATE, report -> {}).network())
                .isEqualTo(finetune(temporary(), "auto:w2a3", 1, RATE, report -> {})
                        .network());
    }

    @Test
    void whatWasInterruptedGoesOn() throws IOException {
        Training.Result whole = finetune(temporary(), "auto:w2a3", 1, RATE, report -> {});
        assertThatThrownBy(() -> finetune(folder, "auto:w2a3", 1, RATE, report -> {
                    if (report.epoch() == 2) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");

        Training.Result resumed = finetune(folder, "auto:w2a3", 1, RATE, report -> {});

        assertThat(notices).containsExactly("resuming after epoch 1 of " + EPOCHS);
        assertThat(resumed.network()).isEqualTo(whole.network());
    }

    @Test
    void checkpointsOfAnotherPrecisionAreNotUsed() throws IOException {
        finetune(folder, "auto:w2a3", 1, RATE, report -> {});

        assertThat(finetune(folder, "auto:w3a3", 1, RATE, report -> {}).network())
                .isEqualTo(finetune(temporary(), "auto:w3a3", 1, RATE, report -> {})
                        .network());
        assertThat(notices).isEmpty();
    }

    /** The setting that is to be mended is that of this training. */
    @Test
    void aRateThatIsTooHighIsNamed() {
        assertThatThrownBy(() -> finetune(folder, "auto:w1a2", 1, 1e-9, report -> {}))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("-Dmnist-hls.finetuneLearningRate=");
    }

    @Test
    void theShareOfZerosIsReachedInEachLayer() throws IOException {
        Training.Result result = finetune(temporary(), "auto:w4a4", 1, RATE, 0.6, report -> {});

        for (String layer : List.of("conv1", "conv2")) {
            FloatVector weights =
                    result.network().parameters().get(layer).values().get(ParameterSpec.WEIGHTS);
            assertThat(zeroShare(weights)).as(layer).isBetween(0.6, 0.9);
        }
        assertThat(result.history().validationAccuracy()).isGreaterThan(0.7);
    }

    @Test
    void prunedTrainingsGoOnToo() throws IOException {
        Training.Result whole = finetune(temporary(), "auto:w4a4", 2, RATE, 0.6, report -> {});
        assertThatThrownBy(() -> finetune(folder, "auto:w4a4", 1, RATE, 0.6, report -> {
                    if (report.epoch() == 3) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");

        assertThat(finetune(folder, "auto:w4a4", 1, RATE, 0.6, report -> {}).network())
                .isEqualTo(whole.network());
    }

    /** Half way all zeros are there, more than half of them in the first quarter. */
    @Test
    void zerosComeEarly() {
        Pruning pruning = new Pruning(0.8, 100);
        assertThat(pruning.at(0)).isZero();
        assertThat(pruning.at(25)).isCloseTo(0.7, within(1e-9));
        assertThat(pruning.at(50)).isEqualTo(0.8);
        assertThat(pruning.at(99)).isEqualTo(0.8);
    }

    private static double zeroShare(FloatVector weights) {
        int zeros = 0;
        for (int i = 0; i < weights.size(); i++) {
            zeros += weights.get(i) == 0 ? 1 : 0;
        }
        return (double) zeros / weights.size();
    }

    private Path temporary() throws IOException {
        return Files.createTempDirectory(folder, "checkpoints");
    }

    private Training.Result finetune(
            Path checkpoints, String precision, int threads, double rate, Consumer<EpochReport> listener) {
        return finetune(checkpoints, precision, threads, rate, 0, listener);
    }

    private Training.Result finetune(
            Path checkpoints,
            String precision,
            int threads,
            double rate,
            double sparsity,
            Consumer<EpochReport> listener) {
        Precision rules = Precision.parse(precision);
        TrainingSettings settings =
                settings(1, threads).finetuning(new FinetuneSettings(FinetuneMode.ON, EPOCHS, rate), rules);
        TrainableNetwork network = TrainableNetwork.of(folded, rules, IMAGES.first(100), threads);
        FinetuningJob job = new FinetuningJob(new TrainingJob(folded.architecture(), settings), rules, 100, sparsity);
        try (Training training = Training.finetuning(job, network, IMAGES, checkpoints, notices::add)) {
            return training.run(listener);
        }
    }

    private static TrainingSettings settings(int epochs, int threads) {
        return new TrainingSettings(
                epochs, 32, 5, 1e-2, 0, OptionalDouble.empty(), 0.9, Augmentation.NONE, 100, 400, 0, 512, threads);
    }
}
