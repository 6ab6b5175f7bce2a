/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.reporting.Metrics.HardwareMetrics;
import io.github.mnisthls.reporting.Metrics.SynthesisMetrics;
import java.util.List;
import java.util.OptionalLong;

/** The plan's estimates beside what the AMD tool reports, for the console. */
public final class SynthesisTable {
    private static final String UNKNOWN = "-";

    private SynthesisTable() {}

    /** Aligned lines. A figure that the tool does not know, or the plan does not estimate, is a dash. */
    public static List<String> lines(HardwareMetrics plan, SynthesisMetrics tool) {
        Table.Builder table = Table.builder(
                "Plan and " + tool.tool() + " " + tool.version() + " for " + plan.part(),
                "figure",
                "#planned",
                "#reported");
        table.row("interval, cycles", Figures.count(plan.intervalCycles()), text(tool.intervalCycles()));
        table.row("latency, cycles", Figures.count(plan.latencyCycles()), text(tool.latencyCycles()));
        table.row("multipliers / DSP", Figures.count(plan.multipliers()), text(tool.dsp()));
        table.row(
                "clock period, ns",
                Figures.plain(plan.clockPeriodNs()),
                tool.estimatedClockPeriodNs().stream()
                        .mapToObj(Figures::plain)
                        .findFirst()
                        .orElse(UNKNOWN));
        table.row("LUT", UNKNOWN, text(tool.lut()));
        table.row("FF", UNKNOWN, text(tool.ff()));
        table.row("BRAM18", UNKNOWN, text(tool.bram18()));
        return ConsoleTable.lines(table.build());
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? Figures.count(value.getAsLong()) : UNKNOWN;
    }
}
