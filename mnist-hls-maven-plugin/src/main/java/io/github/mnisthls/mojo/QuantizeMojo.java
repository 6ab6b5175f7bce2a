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
 * Folds batch normalization into the weights, quantizes them, and measures the accuracy after each of these on the test
 * images. Writes {@code weights/}.
 *
 * @since 1.0.0
 */
@Mojo(name = "quantize", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class QuantizeMojo extends PlanParameters {
    /**
     * Skips this goal. A goal that needs the weights still makes them.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.QUANTIZE_SKIP, defaultValue = "false")
    private boolean quantizeSkip;

    @Override
    Optional<String> skippedBy() {
        return quantizeSkip ? Optional.of(PropertyNames.QUANTIZE_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.QUANTIZE)) {
            pipeline.quantize(trainSettings(), precisionSettings(), this::hardwareRequest);
        }
    }
}
