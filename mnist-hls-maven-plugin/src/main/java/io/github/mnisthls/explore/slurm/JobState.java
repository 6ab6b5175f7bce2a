/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import java.util.Set;

/**
 * What Slurm says of a task.
 *
 * @param name   of the state, such as {@code RUNNING}
 * @param reason why it waits or ended, as Slurm words it
 */
record JobState(String name, String reason) {
    private static final Set<String> ENDED = Set.of(
            "BOOT_FAIL",
            "CANCELLED",
            "COMPLETED",
            "DEADLINE",
            "FAILED",
            "NODE_FAIL",
            "OUT_OF_MEMORY",
            "PREEMPTED",
            "REVOKED",
            "TIMEOUT");
    private static final JobState UNKNOWN = new JobState("UNKNOWN", "");

    /** Of a task that neither the queue nor the accounting knows. */
    static JobState unknown() {
        return UNKNOWN;
    }

    /** Whether Slurm will still do something with it. */
    boolean isAlive() {
        return !ENDED.contains(name) && !this.equals(UNKNOWN) && !isHeldAfterAFailure();
    }

    /** Whether it waits for somebody to release it, because a node could not start it. */
    boolean isHeldAfterAFailure() {
        return reason.matches("(?i)launch.failed.requeued.held");
    }

    boolean isRunning() {
        return name.equals("RUNNING") || name.equals("COMPLETING");
    }

    /** Whether it was taken out because a task that it waits for did not end well. */
    boolean isBehindAFailure() {
        return reason.equals("DependencyNeverSatisfied");
    }
}
