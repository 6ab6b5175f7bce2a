/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.OptionalLong;

/**
 * Numbers of the device's elements; a figure that the tool did not give is empty.
 *
 * @param bram18 block RAMs of 18 Kbit
 * @param dsp    DSP slices, whatever their generation calls them
 * @param ff     flip-flops
 * @param lut    look-up tables
 * @param uram   UltraRAMs
 */
public record ReportedResources(
        OptionalLong bram18, OptionalLong dsp, OptionalLong ff, OptionalLong lut, OptionalLong uram) {}
