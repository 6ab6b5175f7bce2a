/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Folds batch normalization into the weights, quantizes, and measures the accuracy of each on the test images. Writes {@code weights/}.
 *
 * @since 1.0.0
 */
@Mojo(name = "quantize", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class QuantizeMojo extends PrecisionParameters {
    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.QUANTIZE)) {
            pipeline.quantize(trainSettings(), precisionSettings());
        }
    }
}
