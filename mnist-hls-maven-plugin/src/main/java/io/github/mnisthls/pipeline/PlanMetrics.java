/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.reporting.Metrics.HardwareMetrics;
import io.github.mnisthls.reporting.Metrics.LayerMetrics;

/** The plan as the metrics tell it. */
final class PlanMetrics {
    private PlanMetrics() {}

    static HardwareMetrics of(HardwarePlan plan) {
        return new HardwareMetrics(
                plan.part().name(),
                plan.clockPeriodNs(),
                plan.intervalCycles(),
                plan.latencyCycles(),
                plan.multipliers(),
                plan.layers().stream().map(PlanMetrics::of).toList());
    }

    private static LayerMetrics of(LayerPlan layer) {
        return new LayerMetrics(
                layer.name(),
                layer.pe(),
                layer.simd(),
                layer.intervalCycles(),
                layer.multipliers(),
                layer.weightBits(),
                layer.accumulatorBits());
    }
}
