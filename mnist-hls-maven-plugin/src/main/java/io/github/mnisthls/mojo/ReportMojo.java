/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.settings.PropertyNames;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes {@code report/index.html}, a single page that needs no network. It shows what is known when the goal runs:
 * accuracy stage by stage, training, mistakes, ranges, the plan, and the results of the AMD tools.
 *
 * @since 1.0.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends SimulationParameters {
    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.REPORT_SKIP, defaultValue = "false")
    private boolean reportSkip;

    @Override
    Optional<String> skippedBy() {
        return reportSkip ? Optional.of(PropertyNames.REPORT_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.REPORT)) {
            getLog().info("Report: " + pipeline.report(buildSettings()));
        }
    }
}
