/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.reporting.Metrics.HardwareMetrics;
import io.github.mnisthls.reporting.Metrics.LayerMetrics;
import io.github.mnisthls.reporting.Metrics.ResourceMetrics;
import java.util.Optional;
import java.util.OptionalInt;

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
                Optional.of(resources(plan.estimate())),
                plan.layers().stream().map(PlanMetrics::of).toList());
    }

    private static ResourceMetrics resources(Resources estimate) {
        return new ResourceMetrics(estimate.lut(), estimate.ff(), estimate.dsp(), estimate.bram18(), estimate.uram());
    }

    private static LayerMetrics of(LayerPlan layer) {
        return new LayerMetrics(
                layer.name(),
                layer.pe(),
                layer.simd(),
                layer.intervalCycles(),
                layer.multipliers(),
                layer.weightBits(),
                layer.accumulatorBits(),
                Optional.of(layer.implementation().label())
                        .filter(products -> !layer.reason().isEmpty()),
                layer.windows() > 1 ? OptionalInt.of(layer.windows()) : OptionalInt.empty(),
                Optional.of(layer.reason()).filter(reason -> !reason.isEmpty()));
    }
}
