/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.reporting.SynthesisTable;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * C synthesis by the AMD tool: RTL, and reports with latency, interval and resources. Runs where a tool is found, unless
 * {@code csynth} says otherwise. The tool's figures are shown beside the plan's estimates.
 *
 * @since 1.0.0
 */
@Mojo(name = "csynth", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class CsynthMojo extends SimulationParameters {
    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.CSYNTH)) {
            pipeline.tool(StepName.CSYNTH, buildSettings(), toolSettings());
            Metrics metrics = pipeline.metrics();
            metrics.synthesis()
                    .ifPresent(tool -> SynthesisTable.lines(metrics.hardware().orElseThrow(), tool)
                            .forEach(getLog()::info));
        }
    }
}
