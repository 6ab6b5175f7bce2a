/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.settings.PropertyNames;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes the trained model and the checkpoints of interrupted trainings, so that the next build trains again.
 * Everything else stays; {@code mvn clean} removes everything.
 *
 * @since 1.0.0
 */
@Mojo(name = "clean-model", threadSafe = true)
public final class CleanModelMojo extends AbstractHlsMojo {
    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CLEAN_MODEL_SKIP, defaultValue = "false")
    private boolean cleanModelSkip;

    @Override
    Optional<String> skippedBy() {
        return cleanModelSkip ? Optional.of(PropertyNames.CLEAN_MODEL_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException {
        workFolder().removeModel();
        getLog().info("Removed the trained model and its checkpoints");
    }
}
