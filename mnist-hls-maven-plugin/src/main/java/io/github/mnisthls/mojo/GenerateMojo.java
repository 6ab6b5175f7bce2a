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
 * Plans the hardware and renders the HLS project into {@code hls/}.
 *
 * @since 1.0.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class GenerateMojo extends HardwareParameters {
    /**
     * Skips this goal. A goal that needs the project still makes it.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.GENERATE_SKIP, defaultValue = "false")
    private boolean generateSkip;

    @Override
    Optional<String> skippedBy() {
        return generateSkip ? Optional.of(PropertyNames.GENERATE_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.GENERATE)) {
            pipeline.generate(buildSettings()).lines().forEach(getLog()::info);
        }
    }
}
