/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came of a job for good: the same inputs would give it again.
 *
 * @param figures what was found; with {@code failure} alone, why there is nothing to find
 */
public record JobResult(ObjectNode figures) {
    private static final String FAILURE = "failure";

    /** A job that cannot be done. */
    static JobResult failed(String reason) {
        return new JobResult(JsonNodeFactory.instance.objectNode().put(FAILURE, reason));
    }

    /** Whether there are figures. */
    public boolean succeeded() {
        return !figures.has(FAILURE);
    }

    /** Why there are none. */
    public String reason() {
        return figures.path(FAILURE).asText();
    }
}
