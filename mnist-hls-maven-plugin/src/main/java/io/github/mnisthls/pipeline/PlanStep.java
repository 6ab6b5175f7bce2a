/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.PlanStore;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.progress.StillRunning;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans the hardware: foldings, cycles and multipliers of each layer. */
final class PlanStep implements Step {
    static final String FILE = "plan.json";

    private static final Logger LOG = LoggerFactory.getLogger(PlanStep.class);

    private final HardwareRequest hardware;
    private final Path weights;

    /**
     * A step that has yet to run.
     *
     * @param weights the folder of the quantization's results
     */
    PlanStep(HardwareRequest hardware, Path weights) {
        this.hardware = hardware;
        this.weights = weights;
    }

    @Override
    public StepName name() {
        return StepName.PLAN;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("plans the hardware for " + hardware.part().name());
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                // Where two goals differ, the first name in alphabetical order is told.
                .add("hardware.part", hardware.part().name())
                .addAll("hardware", hardware)
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) {
        HardwarePlan plan = plan();
        if (!plan.proved()) {
            LOG.warn("the foldings are good ones, but not proved to be the best: the search would have taken too long");
        }
        AtomicFile.write(staging.resolve(FILE), Json.write(PlanMetrics.of(plan)));
        PlanStore.save(plan, staging);
    }

    private HardwarePlan plan() {
        QuantizedNetwork network = QuantizationStore.load(weights).network();
        return StillRunning.during("planning", () -> new Planner().plan(network, hardware));
    }
}
