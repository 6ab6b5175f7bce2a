/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.OptionalLong;

/**
 * What co-simulation tells of the RTL. Intervals need two transactions and are else empty.
 *
 * @param language     Verilog or VHDL
 * @param passed       whether the tool calls it a pass
 * @param minLatency   cycles
 * @param avgLatency   cycles
 * @param maxLatency   cycles
 * @param minInterval  cycles
 * @param avgInterval  cycles
 * @param maxInterval  cycles
 * @param totalCycles  cycles of the whole simulation; empty where the tool does not tell it
 */
public record CosimReport(
        String language,
        boolean passed,
        OptionalLong minLatency,
        OptionalLong avgLatency,
        OptionalLong maxLatency,
        OptionalLong minInterval,
        OptionalLong avgInterval,
        OptionalLong maxInterval,
        OptionalLong totalCycles) {
    /** One line. */
    public String summary() {
        return (passed ? "passed" : "failed") + " (" + language + "), latency " + text(maxLatency) + ", interval "
                + text(maxInterval);
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() + " cycles" : "not measured";
    }
}
