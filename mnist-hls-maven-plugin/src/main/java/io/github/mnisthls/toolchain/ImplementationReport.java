/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What logic synthesis or implementation reported, where the export ran them.
 *
 * @param stage                 {@code syn} or {@code impl}
 * @param used                  elements used; {@code bram18} is the BRAM figure as printed
 * @param slices                slices, called CLBs on newer devices
 * @param shiftRegisters        look-up tables used as shift registers
 * @param targetClockPeriodNs   asked for
 * @param achievedClockPeriodNs reached
 */
public record ImplementationReport(
        String stage,
        ReportedResources used,
        OptionalLong slices,
        OptionalLong shiftRegisters,
        OptionalDouble targetClockPeriodNs,
        OptionalDouble achievedClockPeriodNs) {}
