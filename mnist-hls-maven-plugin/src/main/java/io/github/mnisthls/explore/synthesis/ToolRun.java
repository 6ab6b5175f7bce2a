/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.synthesis;

import io.github.mnisthls.toolchain.ExportFormat;
import io.github.mnisthls.toolchain.HlsTool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The tool, and how it is run.
 *
 * @param launcher       words before its command
 * @param limit          of time
 * @param memoryLimitMiB of each of its processes
 */
public record ToolRun(
        HlsTool tool,
        ExportFormat exportFormat,
        List<String> launcher,
        Optional<Duration> limit,
        OptionalLong memoryLimitMiB) {
    public ToolRun {
        launcher = List.copyOf(launcher);
    }
}
