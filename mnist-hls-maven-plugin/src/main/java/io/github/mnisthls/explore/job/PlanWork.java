/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Set;

/** Plans one quantized network for many parts and targets. */
final class PlanWork {
    private static final String FOLDINGS = "foldings";

    private final QuantizedNetwork network;
    private final Planner planner = new Planner();

    PlanWork(JobStore store, QuantizeJob quantized) {
        this.network = QuantizationStore.load(store.folder(quantized)).network();
    }

    JobResult plan(PlanJob job) {
        try {
            HardwareRequest request = request(network, job, job.clockPeriodNs());
            HardwarePlan plan = planner.plan(network, request);
            ObjectNode figures = figures(plan);
            Set<String> named = request.implementations().keySet();
            if (!named.isEmpty()) {
                figures.set(FOLDINGS, Json.tree(PomFoldings.of(plan.layers(), named)));
            }
            return new JobResult(figures);
        } catch (InvalidSettingException e) {
            return JobResult.failed(e.getMessage());
        }
    }

    /** The plan of a point, which has its own clock. */
    static HardwarePlan plan(QuantizedNetwork network, PlanJob job, double clockPeriodNs) {
        return new Planner().plan(network, request(network, job, clockPeriodNs));
    }

    private static HardwareRequest request(QuantizedNetwork network, PlanJob job, double clockPeriodNs) {
        return job.target()
                .request(job.part(), clockPeriodNs)
                .withImplementations(job.products().implementations(Planner.foldings(network, job.part())));
    }

    private static ObjectNode figures(HardwarePlan plan) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("intervalCycles", plan.intervalCycles());
        figures.put("latencyCycles", plan.latencyCycles());
        figures.put("multipliers", plan.multipliers());
        figures.put("lut", plan.estimate().lut());
        figures.put("ff", plan.estimate().ff());
        figures.put("dsp", plan.estimate().dsp());
        figures.put("bram18", plan.estimate().bram18());
        figures.put("uram", plan.estimate().uram());
        figures.put("proved", plan.proved());
        return figures;
    }
}
