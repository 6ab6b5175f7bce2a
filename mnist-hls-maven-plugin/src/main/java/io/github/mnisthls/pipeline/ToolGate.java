/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.process.SearchPath;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.HlsTool;
import io.github.mnisthls.toolchain.Installation;
import io.github.mnisthls.toolchain.StepMode;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a step of an HLS tool runs, and with which tool. Nothing else looks at the modes. */
final class ToolGate {
    private static final Logger LOG = LoggerFactory.getLogger(ToolGate.class);

    private final ToolSettings settings;

    ToolGate(ToolSettings settings) {
        this.settings = settings;
    }

    /**
     * The tool to run the step with; empty, after a line that says why and what to do, if the step is skipped.
     *
     * @throws StepFailedException if the step is required and there is no tool
     * @throws IOException         if the search for a tool was interrupted
     */
    Optional<HlsTool> toolFor(SynthesisStep step) throws IOException {
        StepMode mode = settings.modes().get(step);
        if (mode == StepMode.SKIP) {
            LOG.info("{}: skipped, {} is skip", step, step.modeSetting());
            return Optional.empty();
        }
        Installation installation = settings.toolchain().find();
        if (installation instanceof Installation.Missing missing) {
            withoutTool(missing.outcome(step, mode));
            return Optional.empty();
        }
        HlsTool tool = ((Installation.Found) installation).tool();
        LOG.info("{}: {}", step, tool.describe());
        tool.warning().ifPresent(LOG::warn);
        return Optional.of(tool);
    }

    /**
     * Fails where the step is required and there is no tool, or where there is one and its launcher is missing; says nothing
     * else.
     *
     * @throws IOException if the search for a tool was interrupted
     */
    void refuseMissing(SynthesisStep step) throws IOException {
        StepMode mode = settings.modes().get(step);
        boolean launched = mode != StepMode.SKIP && !settings.launcher().isEmpty();
        if (mode != StepMode.REQUIRED && !launched) {
            return;
        }
        if (settings.toolchain().find() instanceof Installation.Missing missing) {
            if (mode == StepMode.REQUIRED) {
                withoutTool(missing.outcome(step, mode));
            }
        } else if (launched && !SearchPath.has(settings.launcher().get(0), System.getenv())) {
            throw new InvalidSettingException(
                    Settings.LAUNCHER,
                    String.join(" ", settings.launcher()),
                    "there is no such program",
                    "Name a program on the PATH, such as srun, or leave it out.");
        }
    }

    /** Says what is skipped, or fails where the step is required. */
    private static void withoutTool(SynthesisOutcome outcome) {
        if (outcome instanceof SynthesisOutcome.Failed) {
            throw new StepFailedException(outcome.describe());
        }
        LOG.info("{}: {}", outcome.step(), outcome.describe());
    }
}
