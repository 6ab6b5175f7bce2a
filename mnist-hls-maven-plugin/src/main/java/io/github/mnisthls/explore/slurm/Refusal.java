/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import java.util.regex.Pattern;

/**
 * Why {@code sbatch} takes no jobs.
 *
 * @param text what it said
 */
record Refusal(String text) {
    private static final Pattern PASSES = Pattern.compile(
            "(?i)temporarily|try again|submit *(job)? *limit|SubmitJob|MaxJob|MaxSubmit|JobLimit|unable to contact|timed out|"
                    + "connection|communicat|slurm backup controller|not responding|socket");

    /** Whether it will pass: the queue is full, or nobody answers. */
    boolean passes() {
        return PASSES.matcher(text).find();
    }
}
