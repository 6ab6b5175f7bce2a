/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.training.TrainingJob;
import java.util.Optional;

/**
 * A float network, and what it makes of the test images.
 *
 * @param key      digest of the inputs
 * @param base     digest of the images and of the plugin
 * @param training that gives it; empty if it is there
 * @param given    digest of the network that is there; empty if it is trained
 */
public record NetworkJob(String key, String base, Optional<TrainingJob> training, Optional<String> given)
        implements Job {
    static final String KIND = "network";

    /** A training. */
    public static NetworkJob trained(String base, TrainingJob training) {
        ObjectNode inputs = inputs(base);
        inputs.set("training", training.description());
        return new NetworkJob(Job.digest(inputs), base, Optional.of(training), Optional.empty());
    }

    /** A network that is there. */
    public static NetworkJob given(String base, String digest) {
        ObjectNode inputs = inputs(base);
        inputs.put("given", digest);
        return new NetworkJob(Job.digest(inputs), base, Optional.empty(), Optional.of(digest));
    }

    private static ObjectNode inputs(String base) {
        return JsonNodeFactory.instance.objectNode().put("kind", KIND).put("base", base);
    }

    @Override
    public Optional<Job> upstream() {
        return Optional.empty();
    }

    @Override
    public ObjectNode description() {
        ObjectNode node = inputs(base);
        training.ifPresent(job -> node.set("training", job.file()));
        given.ifPresent(digest -> node.put("given", digest));
        return node;
    }

    @Override
    public String title() {
        return training.map(job -> "training of " + job.architecture().name() + ", seed "
                        + job.settings().seed())
                .orElse("the given network");
    }

    @Override
    public boolean isTraining() {
        return training.isPresent();
    }
}
