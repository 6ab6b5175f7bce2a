/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Jobs that one process does one after the other: a training, a quantization, or some plans of one network.
 *
 * @param key  names it: the digest of the jobs' keys
 * @param jobs at least one; all of them take the result of the same job, or of none
 */
public record Unit(String key, List<Job> jobs) {
    public Unit {
        jobs = List.copyOf(jobs);
    }

    /** A unit of these jobs. */
    public static Unit of(List<? extends Job> jobs) {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        jobs.forEach(job -> keys.add(job.key()));
        return new Unit(Job.digest(keys), List.copyOf(jobs));
    }

    /** The job whose result all of them take. */
    public Optional<Job> upstream() {
        return jobs.get(0).upstream();
    }

    /** Whether it needs the memory and the cores of a training. */
    public boolean isTraining() {
        return jobs.get(0).isTraining();
    }

    /** In a few words, for messages. */
    public String title() {
        return jobs.size() == 1 ? jobs.get(0).title() : jobs.size() + " plans";
    }

    /** All that {@link JobReader} needs. */
    ObjectNode description() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (jobs.get(0) instanceof PlanJob plan) {
            node.set("quantized", plan.quantized().description());
        }
        ArrayNode list = node.putArray("jobs");
        jobs.forEach(job -> list.add(job.description()));
        return node;
    }
}
