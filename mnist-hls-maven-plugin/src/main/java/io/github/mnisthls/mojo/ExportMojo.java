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
 * Exports the design as an IP catalog zip or a Vitis kernel object. Runs if an AMD tool is found, unless {@code export}
 * says otherwise.
 *
 * @since 1.0.0
 */
@Mojo(name = "export", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class ExportMojo extends SimulationParameters {
    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPORT_SKIP, defaultValue = "false")
    private boolean exportSkip;

    @Override
    Optional<String> skippedBy() {
        return exportSkip ? Optional.of(PropertyNames.EXPORT_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.EXPORT)) {
            pipeline.tool(StepName.EXPORT, buildSettings(), toolSettings());
        }
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        toolSettings().refuseMissing(SynthesisStep.EXPORT);
    }
}
