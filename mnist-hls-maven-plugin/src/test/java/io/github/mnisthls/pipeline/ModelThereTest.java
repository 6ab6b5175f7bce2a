/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quick model is not replaced by a goal that nobody asked to train, nor a full one by a quick build. */
class ModelThereTest {
    private static final TrainingSettings FULL = TrainingSettings.defaults();
    private static final TrainingSettings QUICK = FULL.quick();

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkFolder() {
        new WorkFolder(folder).lock().close();
    }

    @Test
    void whatIsAskedForIsTrainedWhereNothingIsThere() {
        assertThat(chosen(FULL, Optional.of(QUICK))).isEqualTo(FULL);
        assertThat(chosen(QUICK, Optional.of(FULL))).isEqualTo(QUICK);
    }

    @Test
    void theModelThatIsThereStandsInForTheOther() throws Exception {
        train(QUICK);
        assertThat(chosen(FULL, Optional.of(QUICK))).isEqualTo(QUICK);

        train(FULL);
        assertThat(chosen(QUICK, Optional.of(FULL))).isEqualTo(FULL);
    }

    @Test
    void nothingStandsInUnlessItMay() throws Exception {
        train(QUICK);

        assertThat(chosen(FULL, Optional.empty())).isEqualTo(FULL);
    }

    @Test
    void aModelOfOtherSettingsDoesNotStandIn() throws Exception {
        train(QUICK);

        TrainingSettings other = TinyBuild.settings(folder).train().training();
        assertThat(chosen(other, Optional.of(other.quick()))).isEqualTo(other);
    }

    @Test
    void aDamagedModelDoesNotStandIn() throws Exception {
        train(QUICK);
        Files.writeString(folder.resolve("model/model"), "damaged");

        assertThat(chosen(FULL, Optional.of(QUICK))).isEqualTo(FULL);
    }

    @Test
    void aTrainingThatIsForcedTakesPlaceAsItIsAskedFor() throws Exception {
        train(QUICK);

        assertThat(choose(runner(Optional.of(StepName.TRAIN), true), FULL, Optional.of(QUICK)))
                .isEqualTo(FULL);
        assertThat(choose(runner(Optional.of(StepName.REPORT), true), FULL, Optional.of(QUICK)))
                .isEqualTo(QUICK);
    }

    private void train(TrainingSettings settings) throws IOException, InterruptedException {
        runner(Optional.empty(), false).bringUpToDate(new Training(settings), new UpstreamDigests(Map.of()));
    }

    private TrainingSettings chosen(TrainingSettings asked, Optional<TrainingSettings> standIn) {
        return choose(runner(Optional.empty(), false), asked, standIn);
    }

    private TrainingSettings choose(StepRunner runner, TrainingSettings asked, Optional<TrainingSettings> standIn) {
        TrainSettings tiny = TinyBuild.settings(folder).train();
        TrainSettings settings =
                new TrainSettings(tiny.architecture(), Optional.empty(), Optional.empty(), asked, standIn);
        return new ModelThere(runner, (train, dataset) -> new Training(train.training()))
                .choose(settings, new DatasetSource(Optional.empty()))
                .training();
    }

    private StepRunner runner(Optional<StepName> goal, boolean force) {
        return new StepRunner(
                new WorkFolder(folder),
                goal,
                force,
                "1.0.0",
                new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                new KnownDigests(new ConcurrentHashMap<>()));
    }

    private record Training(TrainingSettings settings) implements Step {
        @Override
        public StepName name() {
            return StepName.TRAIN;
        }

        @Override
        public Map<String, String> inputs() {
            return new Inputs().addAll("training", settings).toMap();
        }

        @Override
        public void run(Path staging, UpstreamDigests upstream) throws IOException {
            Files.writeString(staging.resolve("model"), "trained");
        }
    }
}
