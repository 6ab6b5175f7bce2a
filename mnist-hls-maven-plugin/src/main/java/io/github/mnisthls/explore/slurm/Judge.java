/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.process.ChildFailure;
import io.github.mnisthls.process.LogFile;
import io.github.mnisthls.process.ProcessResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a task has no results, and whether another attempt may do better.
 *
 * @param again  whether it may
 * @param memory whether it needs more memory
 * @param text   for the row
 */
record Judge(boolean again, boolean memory, String text) {
    private static final int MOST_LINES = 50;

    /**
     * Judges.
     *
     * @param state as Slurm tells it
     * @param log   of the task; what its process said tells more than a state
     */
    static Judge of(JobState state, Path log) {
        List<String> lines = lastLines(log);
        ProcessResult said = new ProcessResult(1, Duration.ZERO, false, 0, lines, Optional.of(log));
        if (state.isHeldAfterAFailure()) {
            return new Judge(true, false, "its node could not start it (" + state.reason() + ")");
        }
        return switch (state.name()) {
            case "TIMEOUT", "DEADLINE" -> new Judge(true, false, "it ran out of time (" + state.name() + ")");
            case "OUT_OF_MEMORY" -> new Judge(true, true, "it ran out of memory (OUT_OF_MEMORY)");
            case "PREEMPTED" -> new Judge(true, false, "it was preempted (PREEMPTED)");
            case "NODE_FAIL", "BOOT_FAIL" -> new Judge(true, false, "its node was lost (" + state.name() + ")");
            case "CANCELLED", "REVOKED" ->
                new Judge(false, false, "it was canceled from outside (" + state.name() + ")");
            case "FAILED" ->
                ChildFailure.lackedMemory(said)
                        ? new Judge(true, true, "it ran out of memory; see " + log)
                        : new Judge(true, false, ChildFailure.told(said).orElse("it failed; see " + log));
            default -> new Judge(true, false, "it was lost (" + state.name() + ", without a result); see " + log);
        };
    }

    private static List<String> lastLines(Path log) {
        try {
            // A node that dies leaves any bytes, and a process that is out of hand any number of them.
            return Files.isRegularFile(log) ? LogFile.lastLines(log, MOST_LINES) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
