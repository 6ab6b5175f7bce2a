/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.Digest;
import java.util.Optional;

/** A piece of work whose result follows from its inputs alone. Points share the jobs that they have in common. */
public sealed interface Job permits NetworkJob, QuantizeJob, PlanJob {
    /** Names the result: a digest of the kind and of all inputs, those of the jobs before it included. */
    String key();

    /** The job whose result this one takes. */
    Optional<Job> upstream();

    /** All that {@link JobReader} needs to have the same job again. */
    ObjectNode description();

    /** In a few words, for messages. */
    String title();

    /** Whether it is worth a process of its own, with the memory and the cores of a training. */
    boolean isTraining();

    /** The first half of a digest, which is unlikely enough to occur twice. */
    static String digest(JsonNode inputs) {
        return Digest.of(inputs.toString()).substring(0, 32);
    }
}
