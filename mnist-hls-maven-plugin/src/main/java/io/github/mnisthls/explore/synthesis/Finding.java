/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.synthesis;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.ReportedResources;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import java.util.OptionalLong;

/**
 * What C synthesis tells of one design; what the tool does not tell is empty.
 *
 * @param tool          its name and version
 * @param clockPeriodNs that it estimates to reach before placement
 */
record Finding(
        @JsonProperty("tool") String tool,
        @JsonProperty("clockPeriodNs") double clockPeriodNs,
        @JsonProperty("intervalCycles") OptionalLong intervalCycles,
        @JsonProperty("latencyCycles") OptionalLong latencyCycles,
        @JsonProperty("lut") OptionalLong lut,
        @JsonProperty("ff") OptionalLong ff,
        @JsonProperty("dsp") OptionalLong dsp,
        @JsonProperty("bram18") OptionalLong bram18,
        @JsonProperty("uram") OptionalLong uram) {
    static Finding of(SynthesisOutcome.Synthesized outcome) {
        CsynthReport report = outcome.report();
        ReportedResources used = report.used();
        return new Finding(
                outcome.run().toolName(),
                report.estimatedClockPeriodNs(),
                report.maxInterval(),
                report.worstLatency(),
                used.lut(),
                used.ff(),
                used.dsp(),
                used.bram18(),
                used.uram());
    }
}
