/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.toolchain.HlsTool;
import io.github.mnisthls.toolchain.Installation;
import io.github.mnisthls.toolchain.StepMode;
import io.github.mnisthls.toolchain.SynthesisListener;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisRequest;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToolGateTest {
    private static final HlsTool TOOL = new HlsTool() {
        @Override
        public String describe() {
            return "a tool";
        }

        @Override
        public Map<String, String> identity() {
            return Map.of();
        }

        @Override
        public Optional<String> warning() {
            return Optional.empty();
        }

        @Override
        public SynthesisOutcome run(SynthesisRequest request, SynthesisListener listener) {
            throw new IllegalStateException("the gate runs nothing");
        }
    };

    private static final Installation FOUND = new Installation.Found(TOOL);
    private static final Installation MISSING = new Installation.Missing("no tool found", "Install one");

    private int searches;

    @ParameterizedTest
    @EnumSource(
            value = StepMode.class,
            names = {"AUTO", "REQUIRED"})
    void aToolThatIsFoundRuns(StepMode mode) throws Exception {
        assertThat(gate(mode, FOUND).toolFor(SynthesisStep.CSYNTH)).contains(TOOL);
    }

    @Test
    void aStepThatIsSkippedLooksForNoTool() throws Exception {
        assertThat(gate(StepMode.SKIP, FOUND).toolFor(SynthesisStep.CSYNTH)).isEmpty();
        assertThat(searches).isZero();
    }

    @Test
    void aStepThatMayBeSkippedIsSkippedWithoutATool() throws Exception {
        assertThat(gate(StepMode.AUTO, MISSING).toolFor(SynthesisStep.CSYNTH)).isEmpty();
        assertThat(searches).isEqualTo(1);
    }

    @Test
    void aRequiredStepFailsWithoutATool() {
        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> gate(StepMode.REQUIRED, MISSING).toolFor(SynthesisStep.CSYNTH))
                .withMessageContainingAll(
                        "C synthesis failed: no tool found",
                        "<csynth> (-Dmnist-hls.csynth) is required",
                        "Install one");
    }

    @Test
    void aLauncherThatIsMissingIsRefusedWhereThereIsATool() throws Exception {
        List<String> missing = List.of("no-such-launcher", "-x");

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> gate(StepMode.AUTO, FOUND, missing).refuseMissing(SynthesisStep.CSYNTH))
                .withMessage(
                        "<launcher> (-Dmnist-hls.launcher) is 'no-such-launcher -x': there is no such program. Name a"
                                + " program on the PATH, such as srun, or leave it out.");
        gate(StepMode.AUTO, FOUND, List.of("env")).refuseMissing(SynthesisStep.CSYNTH);
        gate(StepMode.AUTO, MISSING, missing).refuseMissing(SynthesisStep.CSYNTH);
        gate(StepMode.SKIP, FOUND, missing).refuseMissing(SynthesisStep.CSYNTH);
    }

    @Test
    void whatIsRequiredIsRefusedAtOnceWithoutATool() {
        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> gate(StepMode.REQUIRED, MISSING).refuseMissing(SynthesisStep.CSYNTH));
    }

    private ToolGate gate(StepMode mode, Installation installation) {
        return gate(mode, installation, List.of());
    }

    private ToolGate gate(StepMode mode, Installation installation, List<String> launcher) {
        return new ToolGate(new ToolSettings(
                () -> {
                    searches++;
                    return installation;
                },
                Map.of(SynthesisStep.CSYNTH, mode),
                AmdExportFormat.IP_CATALOG,
                launcher,
                Optional.empty(),
                OptionalLong.empty()));
    }
}
