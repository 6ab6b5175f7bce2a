/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A module of the synthesized hierarchy.
 *
 * @param name      the RTL module, without the top's prefix where the tool gives none
 * @param latency   cycles, the most if they vary
 * @param interval  cycles between two starts, the most if they vary
 * @param estimatedClockPeriodNs what its slowest path takes
 * @param used      its elements
 * @param loops     its own loops
 */
public record ModuleReport(
        String name,
        OptionalLong latency,
        OptionalLong interval,
        OptionalDouble estimatedClockPeriodNs,
        ReportedResources used,
        List<LoopReport> loops) {
    public ModuleReport {
        loops = List.copyOf(loops);
    }
}
