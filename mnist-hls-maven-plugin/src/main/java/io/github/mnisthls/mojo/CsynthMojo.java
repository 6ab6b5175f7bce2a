/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.reporting.SynthesisTable;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * C synthesis by the AMD tool: RTL, and reports with latency, interval and resources. Runs if a tool is found, unless
 * {@code csynth} says otherwise. The tool's figures are shown next to the plan's estimates.
 *
 * @since 1.0.0
 */
@Mojo(name = "csynth", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class CsynthMojo extends SimulationParameters {
    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CSYNTH_SKIP, defaultValue = "false")
    private boolean csynthSkip;

    @Override
    Optional<String> skippedBy() {
        return csynthSkip ? Optional.of(PropertyNames.CSYNTH_SKIP) : Optional.empty();
    }

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

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        toolSettings().refuseMissing(SynthesisStep.CSYNTH);
    }
}
