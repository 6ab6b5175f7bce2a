/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.OptionalLong;

/**
 * A loop of a synthesized module.
 *
 * @param name           its label
 * @param tripCount      iterations, the most if they vary
 * @param latency        cycles, the most if they vary
 * @param pipelineIi     cycles between two iterations; empty where the loop is not pipelined
 * @param iterationLatency cycles of one iteration
 */
public record LoopReport(
        String name,
        OptionalLong tripCount,
        OptionalLong latency,
        OptionalLong pipelineIi,
        OptionalLong iterationLatency) {}
