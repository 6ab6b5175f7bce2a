/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.Optional;

/**
 * What a site wants to know of jobs.
 *
 * @param partition   where they run; the site's own choice if empty
 * @param account     that pays; the site's own choice if empty
 * @param time        limit as {@code sbatch} takes it; the partition's if empty
 * @param licenses    that jobs take; none if empty
 * @param cpus        of a training, at least 1
 * @param memoryMiB   of a job, at least 512
 * @param options     put before the script as they are
 * @param retries     how often a job is submitted again that was lost, preempted, or ran out of time or memory, 0 to 100
 * @param pollSeconds shortest time between two questions to the scheduler, 1 to 3600
 * @param java        program that runs jobs, as nodes see it
 */
public record SlurmSettings(
        Optional<String> partition,
        Optional<String> account,
        Optional<String> time,
        Optional<String> licenses,
        int cpus,
        int memoryMiB,
        List<String> options,
        int retries,
        int pollSeconds,
        String java) {
    private static final int FEWEST_MIB = 512;
    private static final int MOST_RETRIES = 100;
    private static final int MOST_SECONDS = 3600;

    public SlurmSettings {
        options = List.copyOf(options);
        check("<cpus> in <slurm>", cpus, 1, Integer.MAX_VALUE);
        check("<memory> in <slurm>", memoryMiB, FEWEST_MIB, Integer.MAX_VALUE);
        check("<retries> in <slurm>", retries, 0, MOST_RETRIES);
        check("<pollSeconds> in <slurm>", pollSeconds, 1, MOST_SECONDS);
    }

    private static void check(String place, int value, int low, int high) {
        if (value < low || value > high) {
            String range = high == Integer.MAX_VALUE ? "at least " + low : "from " + low + " to " + high;
            throw new InvalidSettingException(place, value, "it must be " + range, "Correct it or leave it out.");
        }
    }
}
