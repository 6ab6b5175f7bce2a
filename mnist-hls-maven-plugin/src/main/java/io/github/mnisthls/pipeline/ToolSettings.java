/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.ExportFormat;
import io.github.mnisthls.toolchain.StepMode;
import io.github.mnisthls.toolchain.SynthesisStep;
import io.github.mnisthls.toolchain.Toolchain;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How to use an HLS tool.
 *
 * @param toolchain      whose
 * @param modes          whether each step runs
 * @param launcher       words before the command
 * @param limit          of one run
 * @param memoryLimitMiB of each process
 */
public record ToolSettings(
        Toolchain toolchain,
        Map<SynthesisStep, StepMode> modes,
        ExportFormat exportFormat,
        List<String> launcher,
        Optional<Duration> limit,
        OptionalLong memoryLimitMiB) {
    /** An exbibyte. */
    private static final long MOST_MEMORY_MIB = 1L << 40;

    public ToolSettings {
        modes = Map.copyOf(modes);
        launcher = List.copyOf(launcher);
        if (memoryLimitMiB.isPresent()
                && (memoryLimitMiB.getAsLong() < 1 || memoryLimitMiB.getAsLong() > MOST_MEMORY_MIB)) {
            throw new InvalidSettingException(
                    Settings.TOOL_MEMORY,
                    memoryLimitMiB.getAsLong(),
                    "it must be from 1 to " + MOST_MEMORY_MIB + ", or 0 for no limit",
                    "Give MiB, such as 16384, or leave it out.");
        }
    }

    /**
     * Refuses a step that is required where there is no tool for it, and a launcher that is missing where there is a tool.
     *
     * @throws StepFailedException     if there is no tool
     * @throws InvalidSettingException if there is no such launcher
     */
    public void refuseMissing(SynthesisStep step) throws IOException {
        new ToolGate(this).refuseMissing(step);
    }
}
