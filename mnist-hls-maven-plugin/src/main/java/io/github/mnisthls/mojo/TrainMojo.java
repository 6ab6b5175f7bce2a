/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Trains the network, or loads the model that {@code model} names. Writes {@code model/model.zip} (readable by DeepLearning4J) and {@code model/training.json}.
 *
 * @since 1.0.0
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class TrainMojo extends TrainingParameters {
    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.TRAIN)) {
            pipeline.train(trainSettings());
        }
    }
}
