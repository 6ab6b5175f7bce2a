/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One C simulation.
 *
 * @param project   the generated project
 * @param folder    where the executable, the logs and the predictions go
 * @param flags     compiler flags after the project's own
 * @param images    how many of the golden images are simulated, from the first
 * @param shards    how many processes share the images
 * @param timeLimit for the compilation, and for each shard
 */
public record SimulationRequest(
        Path project,
        Path folder,
        HostCompiler compiler,
        List<String> flags,
        int images,
        int shards,
        Duration timeLimit) {
    public SimulationRequest {
        flags = List.copyOf(flags);
        if (images < 1 || shards < 1) {
            throw new IllegalArgumentException("needs at least one image and one shard: " + images + ", " + shards);
        }
    }
}
