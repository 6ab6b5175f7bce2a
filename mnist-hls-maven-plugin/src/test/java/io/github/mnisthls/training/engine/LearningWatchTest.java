/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.TrainingFailedException;
import io.github.mnisthls.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningWatchTest {
    private final LearningWatch watch = new LearningWatch(10, 429, TrainingSettings.defaults(), Settings.LEARNING_RATE);

    @ParameterizedTest
    @CsvSource({"NaN, 0.1, NaN", "0.1, NaN, NaN", "Infinity, 0.1, Infinity", "0.1, Infinity, Infinity", "1e9, 2, 1.0E9"
    })
    void lossesThatAreNoNumbersStopTheTraining(double loss, double validationLoss, String named) {
        assertThatThrownBy(() -> watch.check(report(1, loss, validationLoss, 0.99), 5))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContainingAll("diverged", "epoch 1 of 5", named);
    }

    /** The prototype's end: 11.5 % after 20 epochs, loss 4.3 to 5.2. */
    @Test
    void thePrototypesFailureStopsTheTraining() {
        assertThatThrownBy(() -> watch.check(report(2, 5.2, 4.3, 0.115), 20))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContainingAll("does not learn", "11.50 %", "10.00 %", "after 2 of 20 epochs");
    }

    @Test
    void aSlowStartIsForgiven() {
        assertThatCode(() -> watch.check(report(1, 2.3, 2.3, 0.12), 20)).doesNotThrowAnyException();
        assertThatCode(() -> watch.check(report(2, 1.9, 1.8, 0.35), 20)).doesNotThrowAnyException();
    }

    /** With few images, the first epochs are but the schedule's first steps. */
    @Test
    void fewStepsAreForgivenMoreEpochs() {
        LearningWatch slow = new LearningWatch(10, 20, TrainingSettings.defaults(), Settings.LEARNING_RATE);

        assertThatCode(() -> slow.check(report(19, 2.3, 2.3, 0.12), 40)).doesNotThrowAnyException();
        assertThatThrownBy(() -> slow.check(report(20, 2.3, 2.3, 0.12), 40)).hasMessageContaining("does not learn");
    }

    @Test
    void aSingleEpochIsJudgedToo() {
        assertThatThrownBy(() -> watch.check(report(1, 2.3, 2.3, 0.12), 1)).hasMessageContaining("does not learn");
    }

    @Test
    void aTrainingOfFewStepsIsToldSo() {
        LearningWatch tiny = new LearningWatch(10, 4, TrainingSettings.defaults(), Settings.LEARNING_RATE);

        assertThatThrownBy(() -> tiny.check(report(2, 2.3, 2.3, 0.12), 2))
                .hasMessageContainingAll(
                        "after 2 of 2 epochs, 8 updates of its weights",
                        "too few updates to tell: a network needs 400 or more. Raise <epochs>",
                        "<batchSize>");
        assertThatThrownBy(() -> watch.check(report(2, 2.3, 2.3, 0.12), 20))
                .hasMessageContaining("858 updates")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("too few"));
    }

    private static EpochReport report(int epoch, double loss, double validationLoss, double accuracy) {
        return new EpochReport(epoch, loss, validationLoss, accuracy, 1000, 60);
    }
}
