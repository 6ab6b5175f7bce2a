/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.run;

import io.github.mnisthls.explore.job.Job;
import io.github.mnisthls.explore.job.JobResult;
import io.github.mnisthls.explore.job.JobStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What came of jobs: their results, or why there are none this time. */
public final class Outcomes {
    private final JobStore store;
    private final Map<String, String> problems = new HashMap<>();

    public Outcomes(JobStore store) {
        this.store = store;
    }

    /** What came of a job for good, if it is done. */
    public Optional<JobResult> result(Job job) {
        return store.result(job);
    }

    /** Why a job has no figures; empty if it has some, or is not done. */
    public Optional<String> reason(Job job) {
        String problem = problems.get(job.key());
        if (problem != null) {
            return Optional.of(problem);
        }
        Optional<String> before = job.upstream().flatMap(this::reason);
        return before.isPresent()
                ? before
                : result(job).filter(result -> !result.succeeded()).map(JobResult::reason);
    }

    /** Whether jobs may begin that take this one's result. */
    boolean succeeded(Job job) {
        return result(job).filter(JobResult::succeeded).isPresent();
    }

    /** Says that a job has no result, and why; another run may do better. */
    void problem(Job job, String reason) {
        problems.put(job.key(), reason);
    }
}
