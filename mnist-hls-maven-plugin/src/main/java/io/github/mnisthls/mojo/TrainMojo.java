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
 * Trains the network, or loads the model named by {@code model}. Writes {@code model/model.zip} (readable by
 * DeepLearning4J) and {@code model/training.json}.
 *
 * @since 1.0.0
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class TrainMojo extends TrainingParameters {
    /**
     * Skips this goal. A goal that needs the model still makes it.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TRAIN_SKIP, defaultValue = "false")
    private boolean trainSkip;

    @Override
    Optional<String> skippedBy() {
        return trainSkip ? Optional.of(PropertyNames.TRAIN_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.TRAIN)) {
            pipeline.train(trainSettings());
        }
    }
}
