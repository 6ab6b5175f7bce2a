/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * C/RTL co-simulation by the AMD tool, with the golden vectors of C simulation. Runs where a tool is found, unless {@code cosim} says otherwise.
 *
 * @since 1.0.0
 */
@Mojo(name = "cosim", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class CosimMojo extends SimulationParameters {
    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.COSIM)) {
            pipeline.tool(StepName.COSIM, buildSettings(), toolSettings());
        }
    }
}
