/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What C synthesis tells of the design. Cycles that depend on data are empty.
 *
 * @param version                the tool's version, as its report says
 * @param part                   the device
 * @param top                    the top function
 * @param targetClockPeriodNs    asked for
 * @param clockUncertaintyNs     set aside for placement and routing
 * @param estimatedClockPeriodNs reached, as the tool estimates before placement
 * @param pipelineType           how calls overlap, in the tool's own words, such as {@code dataflow}
 * @param bestLatency            cycles from start to end, at best
 * @param worstLatency           cycles from start to end, at worst
 * @param minInterval            cycles between two starts, at best
 * @param maxInterval            cycles between two starts, at worst
 * @param used                   elements used
 * @param available              elements of the device
 * @param loops                  loops of the top function itself
 * @param modules                the hierarchy below; empty where the tool does not tell it
 */
public record CsynthReport(
        String version,
        String part,
        String top,
        double targetClockPeriodNs,
        double clockUncertaintyNs,
        double estimatedClockPeriodNs,
        String pipelineType,
        OptionalLong bestLatency,
        OptionalLong worstLatency,
        OptionalLong minInterval,
        OptionalLong maxInterval,
        ReportedResources used,
        ReportedResources available,
        List<LoopReport> loops,
        List<ModuleReport> modules) {
    public CsynthReport {
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(available, "available");
        loops = List.copyOf(loops);
        modules = List.copyOf(modules);
    }

    /** Whether the estimated period fits the one that was asked for. */
    public boolean meetsTiming() {
        return estimatedClockPeriodNs <= targetClockPeriodNs;
    }

    /** One line. */
    public String summary() {
        return "latency " + cycles(worstLatency) + ", interval " + cycles(maxInterval)
                + String.format(
                        Locale.ROOT, ", clock %.2f ns (asked for %.2f)", estimatedClockPeriodNs, targetClockPeriodNs)
                + ", LUT " + text(used.lut()) + ", FF " + text(used.ff()) + ", DSP " + text(used.dsp()) + ", BRAM18 "
                + text(used.bram18()) + ", URAM " + text(used.uram());
    }

    private static String cycles(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() + " cycles" : "not known before run time";
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
    }
}
