/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;

/**
 * How a network is trained on with rounding.
 *
 * @param sparsity share of each layer's weights that become 0, from 0 to below 1
 */
public record Finetuning(TrainingSettings settings, double sparsity) {
    private static final String SPARSITY = "sparsity";

    /** All that decides the result. */
    ObjectNode inputs() {
        return TrainingJob.describe(settings).put(SPARSITY, sparsity);
    }

    /** The same with what {@link #read} needs besides. */
    ObjectNode description() {
        return inputs().put("memoryMiB", settings.memoryMiB()).put("threads", settings.threads());
    }

    static Finetuning read(JsonNode node) {
        return new Finetuning(TrainingJob.readSettings(node), node.get(SPARSITY).doubleValue());
    }
}
