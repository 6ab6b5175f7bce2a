/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import java.io.IOException;
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
            pipeline.generate(buildSettings()).lines().forEach(getLog()::info);
        }
    }
}
