/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepFailedException;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.reporting.AccuracyLedger;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * C simulation: compiles the generated project with this machine's compiler (or lets the AMD tool do it) and compares every
 * logit of every golden image with the emulator's. Any difference fails the build.
 *
 * @since 1.0.0
 */
@Mojo(name = "csim", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class CsimMojo extends SimulationParameters {
    @Override
    Optional<String> skippedBy() {
        return csimSkippedBy();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(simulation())) {
            simulate(pipeline);
            getLog().info(AccuracyLedger.of(pipeline.metrics()).logits());
        } catch (StepFailedException e) {
            if (!ignoresTestFailures()) {
                throw e;
            }
            getLog().error(e.getMessage());
            getLog().warn("The build continues: maven.test.failure.ignore is set");
        }
    }

    private void simulate(Pipeline pipeline) throws IOException, InterruptedException {
        if (simulatesOnHost()) {
            pipeline.csim(buildSettings(), csimSettings());
        } else {
            pipeline.tool(StepName.CSIM_VENDOR, buildSettings(), toolSettings());
        }
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        if (simulatesOnHost()) {
            csimSettings().compiler();
        } else {
            toolSettings().refuseMissing(SynthesisStep.CSIM);
        }
    }
}
