/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.reporting.PlanTable;
import java.io.IOException;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Plans the hardware and renders the HLS project into {@code hls/}.
 *
 * @since 1.0.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class GenerateMojo extends HardwareParameters {
    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.GENERATE)) {
            Metrics metrics = pipeline.generate(buildSettings());
            PlanTable.of(metrics.hardware(), metrics.network().macs(), Map.of())
                    .lines()
                    .forEach(getLog()::info);
        }
    }
}
