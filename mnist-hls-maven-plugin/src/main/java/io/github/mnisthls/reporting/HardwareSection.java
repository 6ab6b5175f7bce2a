/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plan's part of the page. */
final class HardwareSection {
    private HardwareSection() {}

    static PageView.Plan of(
            Metrics.HardwareMetrics hardware,
            long macs,
            Map<String, String> memories,
            Map<String, String> originals,
            Optional<PlanDetails> details,
            List<ReportData.Resource> resources) {
        PlanTable plan = PlanTable.of(hardware, macs, memories, originals);
        List<PageView.Bar> busy = hardware.layers().stream()
                .map(layer -> {
                    double share = PlanTable.busy(layer, hardware);
                    return new PageView.Bar(
                            layer.name(), Figures.percent(share, 0), Figures.fixed(100 * Math.min(1, share), 1));
                })
                .toList();
        return new PageView.Plan(
                plan.summary(),
                plan.table(),
                busy,
                plan.reasons().orElse(null),
                details.map(PlanDetails::resources).orElse(null),
                details.map(DataflowSection::of).orElse(null),
                details.map(PlanDetails::buffers).orElse(null),
                details.map(known -> RooflineSection.of(hardware, macs, known, resources))
                        .orElse(null));
    }
}
