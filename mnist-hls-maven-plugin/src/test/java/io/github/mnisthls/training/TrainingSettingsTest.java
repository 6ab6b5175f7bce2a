/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 128, 0.01, 0.01, 0, 1000, 0, 2048, epochs",
        "1001, 128, 0.01, 0.01, 0, 1000, 0, 2048, epochs",
        "5, 1, 0.01, 0.01, 0, 1000, 0, 2048, batchSize",
        "5, 128, 0, 0.01, 0, 1000, 0, 2048, learningRate",
        "5, 128, NaN, 0.01, 0, 1000, 0, 2048, learningRate",
        "5, 128, 1.5, 0.01, 0, 1000, 0, 2048, learningRate",
        "5, 128, 0.01, -1, 0, 1000, 0, 2048, weightDecay",
        "5, 128, 0.01, 0.01, 1, 1000, 0, 2048, averaging",
        "5, 128, 0.01, 0.01, 0, 0, 0, 2048, validationImages",
        "5, 128, 0.01, 0.01, 0, 1000, 1.1, 2048, minimumAccuracy",
        "5, 128, 0.01, 0.01, 0, 1000, 0, 100, trainingMemory",
    })
    void badValuesAreRefusedByName(
            int epochs,
            int batch,
            double rate,
            double decay,
            double averaging,
            int validation,
            double minimum,
            int memory,
            String name) {
        assertThatThrownBy(() -> new TrainingSettings(
                        epochs,
                        batch,
                        1,
                        rate,
                        decay,
                        OptionalDouble.empty(),
                        averaging,
                        Augmentation.NONE,
                        validation,
                        100,
                        minimum,
                        memory,
                        1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<" + name + ">", "-Dmnist-hls." + name);
    }

    /** A machine may have more processors than are of use; the default must not be refused there. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 64, 64", "0, 256, 256", "0, 257, 256", "0, 1024, 256", "3, 1024, 3", "300, 8, 300"})
    void threadsAreOnePerProcessorUpToTheLimit(int asked, int processors, int threads) {
        assertThat(TrainingSettings.threads(asked, processors)).isEqualTo(threads);
    }

    @Test
    void quickIsFiveEpochsOnTenThousandImages() {
        TrainingSettings quick = TrainingSettings.defaults().quick();

        assertThat(quick.epochs()).isEqualTo(5);
        assertThat(quick.trainingImages()).isEqualTo(10_000);
    }

    @Test
    void jobsComeBackUnchanged() {
        TrainingSettings settings = withDropout(OptionalDouble.of(0.25));
        TrainingJob job = new TrainingJob(DefaultArchitecture.create(), settings);
        Path file = folder.resolve("job.json");

        job.write(file);

        assertThat(TrainingJob.read(file)).isEqualTo(job);
        TrainingJob plain = new TrainingJob(DefaultArchitecture.create(), TrainingSettings.defaults());
        plain.write(file);
        assertThat(TrainingJob.read(file)).isEqualTo(plain);
    }

    @Test
    void dropoutReplacesThatOfAllDropoutLayers() {
        TrainingJob job = new TrainingJob(DefaultArchitecture.create(), withDropout(OptionalDouble.of(0.25)));

        assertThat(job.architecture().layers())
                .hasSameSizeAs(DefaultArchitecture.create().layers())
                .contains(new Dropout("dropout", 0.25));
    }

    @Test
    void dropoutLeavesTheGraphAsItIs() {
        Function<Double, Architecture> graph = rate -> new Architecture(
                "graph",
                Shape.vector(3),
                new PixelScaling(List.of(0.5), List.of(2.0)),
                List.of(
                        new Node(new Dropout("dropout", rate), List.of(0)),
                        new Node(new Add("sum"), List.of(0, 1, 0)),
                        new Node(new Relu("unread"), List.of(1))),
                2);

        TrainingJob job = new TrainingJob(graph.apply(0.5), withDropout(OptionalDouble.of(0.25)));

        assertThat(job.architecture()).isEqualTo(graph.apply(0.25));
    }

    private static TrainingSettings withDropout(OptionalDouble rate) {
        TrainingSettings defaults = TrainingSettings.defaults();
        return new TrainingSettings(
                defaults.epochs(),
                defaults.batchSize(),
                defaults.seed(),
                defaults.learningRate(),
                defaults.weightDecay(),
                rate,
                defaults.averaging(),
                defaults.augmentation(),
                defaults.validationImages(),
                defaults.trainingImages(),
                defaults.minimumAccuracy(),
                defaults.memoryMiB(),
                defaults.threads());
    }
}
