/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Brings steps up to date, each after those that it depends on and at most once. */
final class BuildGraph {
    private final StepRunner runner;
    private final CurrentResults results;
    private final Map<StepName, Step> steps = new EnumMap<>(StepName.class);
    private final Map<StepName, String> digests = new EnumMap<>(StepName.class);

    BuildGraph(StepRunner runner, CurrentResults results) {
        this.runner = runner;
        this.results = results;
    }

    /** Says how a step is done in this build. */
    BuildGraph add(Step step) {
        steps.put(step.name(), step);
        return this;
    }

    /** Runs the step, and those before it, if need be; gives the digest of its outputs. */
    String bringUpToDate(StepName name) throws IOException, InterruptedException {
        String known = digests.get(name);
        if (known != null) {
            return known;
        }
        Step step = steps.get(name);
        if (step == null) {
            throw new IllegalStateException("nobody said how to " + name);
        }
        String digest = runner.bringUpToDate(step, upstream(name));
        results.count(name);
        digests.put(name, digest);
        return digest;
    }

    private UpstreamDigests upstream(StepName name) throws IOException, InterruptedException {
        Map<StepName, String> upstream = new EnumMap<>(StepName.class);
        for (StepName dependency : name.dependencies()) {
            upstream.put(dependency, bringUpToDate(dependency));
        }
        for (StepName other : name.takesIfThere()) {
            results.digest(other).ifPresent(digest -> upstream.put(other, digest));
        }
        return new UpstreamDigests(upstream);
    }
}
