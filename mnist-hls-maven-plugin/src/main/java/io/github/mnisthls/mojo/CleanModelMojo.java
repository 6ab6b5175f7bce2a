/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Removes the trained model and the checkpoints of interrupted trainings, so that the next build trains anew. Everything
 * else stays; {@code mvn clean} removes all.
 *
 * @since 1.0.0
 */
@Mojo(name = "clean-model", threadSafe = true)
public final class CleanModelMojo extends AbstractHlsMojo {
    @Override
    void doExecute() throws IOException {
        workFolder().removeModel();
        getLog().info("Removed the trained model and its checkpoints");
    }
}
