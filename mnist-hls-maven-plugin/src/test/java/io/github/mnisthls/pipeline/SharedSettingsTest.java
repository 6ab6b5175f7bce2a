/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

class SharedSettingsTest {
    private static final Path FOLDER = Path.of("target/mnist-hls");

    private final ConcurrentMap<String, Map<String, String>> build = new ConcurrentHashMap<>();

    @Test
    void goalsOfOneFolderMustWantTheSame() {
        goal("train").agree(FOLDER, StepName.TRAIN, Map.of("training.epochs", "30"));
        goal("check").agree(FOLDER, StepName.TRAIN, Map.of("training.epochs", "30"));

        assertThatThrownBy(() -> goal("generate").agree(FOLDER, StepName.TRAIN, Map.of("training.epochs", "5")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(
                        FOLDER.toString(),
                        "training.epochs is '5' for generate, but '30' for train",
                        "outside of <executions>",
                        "<workDirectory>");
    }

    @Test
    void aSettingThatOnlyOneHasIsADifference() {
        goal("train").agree(FOLDER, StepName.TRAIN, Map.of("training.dropout", "0.5"));

        assertThatThrownBy(() -> goal("generate").agree(FOLDER, StepName.TRAIN, Map.of()))
                .hasMessageContaining("training.dropout is 'not set' for generate, but '0.5' for train");
    }

    @Test
    void otherFoldersAndLaterStepsAreFree() {
        goal("train").agree(FOLDER, StepName.TRAIN, Map.of("training.seed", "1"));
        goal("csim").agree(FOLDER, StepName.CSIM, Map.of("compiler", "g++"));

        assertThatCode(() -> {
                    goal("train").agree(Path.of("target/second"), StepName.TRAIN, Map.of("training.seed", "2"));
                    goal("csim").agree(FOLDER, StepName.CSIM, Map.of("compiler", "clang++"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatOtherPluginsMakeMayChange() {
        goal("generate").agree(FOLDER, StepName.GENERATE, Map.of("templates", "a", "dataset", "b"));

        assertThatCode(() -> goal("package").agree(FOLDER, StepName.GENERATE, Map.of("templates", "c", "dataset", "d")))
                .doesNotThrowAnyException();
    }

    private SharedSettings goal(String name) {
        return new SharedSettings(build, name);
    }
}
