/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTextTest {
    private static final HelpText.Entry SKIP =
            new HelpText.Entry(ParameterGroup.EVERY_GOAL, "skip", "Skips all goals.", "mnist-hls.skip", "false");
    private static final HelpText.Entry EPOCHS =
            new HelpText.Entry(ParameterGroup.TRAINING, "epochs", "Passes over the images.", "mnist-hls.epochs", "30");
    private static final HelpText.Entry BUDGET =
            new HelpText.Entry(ParameterGroup.GOAL, "budget", "The limits that must not be missed.", "", "");

    private static final List<HelpText.Goal> GOALS = List.of(
            new HelpText.Goal("mnist-hls:check", "Fails if a limit is missed.", List.of(BUDGET, SKIP, EPOCHS)),
            new HelpText.Goal("mnist-hls:train", "Trains.", List.of(EPOCHS, SKIP)));

    @Test
    void whatSeveralGoalsTakeIsListedOnceByGroup() {
        assertThat(String.join("\n", new HelpText(GOALS, 40, 2).details())).isEqualTo("""
            mnist-hls:check
              Fails if a limit is missed.

              budget
                The limits that must not be missed.

              Parameters, listed below by group:
              Training; Every goal.

            mnist-hls:train
              Trains.

              Parameters, listed below by group:
              Training; Every goal.

            TRAINING

              epochs (Default: 30)
                Passes over the images.
                User property: mnist-hls.epochs

            EVERY GOAL

              skip (Default: false)
                Skips all goals.
                User property: mnist-hls.skip
            """);
    }

    @Test
    void theSummaryIsGoalsOnly() {
        assertThat(new HelpText(GOALS, 80, 2).summary())
                .containsExactly(
                        "mnist-hls:check", "  Fails if a limit is missed.", "", "mnist-hls:train", "  Trains.", "");
    }

    @ParameterizedTest
    @CsvSource({
        "epochs, TRAINING",
        "layers, NETWORK",
        "precision, PRECISION",
        "part, PLAN",
        "interface, PROJECT",
        "copyGolden, PROJECT",
        "toolTimeout, SIMULATION",
        "workDirectory, EVERY_GOAL",
        "budget, GOAL",
        "checkSkip, GOAL",
    })
    void aParametersGroupIsWhereItIsDeclared(String parameter, ParameterGroup group) {
        assertThat(ParameterGroup.of(CheckMojo.class, parameter)).isEqualTo(group);
    }

    @Test
    void whatIsNoParameterHasNoGroup() {
        assertThatThrownBy(() -> ParameterGroup.of(CheckMojo.class, "nothing"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
