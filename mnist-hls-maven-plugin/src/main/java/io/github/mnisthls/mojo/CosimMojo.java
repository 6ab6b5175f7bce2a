/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * C/RTL co-simulation by the AMD tool, with the golden vectors of C simulation. Runs if a tool is found, unless {@code
 * cosim} says otherwise.
 *
 * @since 1.0.0
 */
@Mojo(name = "cosim", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class CosimMojo extends SimulationParameters {
    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.COSIM_SKIP, defaultValue = "false")
    private boolean cosimSkip;

    @Override
    Optional<String> skippedBy() {
        return cosimSkip ? Optional.of(PropertyNames.COSIM_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.COSIM)) {
            pipeline.tool(StepName.COSIM, buildSettings(), toolSettings());
        }
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        toolSettings().refuseMissing(SynthesisStep.COSIM);
    }
}
