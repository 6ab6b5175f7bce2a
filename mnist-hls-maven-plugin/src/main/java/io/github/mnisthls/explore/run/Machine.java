/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this machine may be asked for.
 *
 * @param cores     that compute at the same time, at least 1
 * @param trainings that its memory holds at the same time, at least 1
 */
public record Machine(int cores, int trainings) {
    private static final long BYTES_PER_MIB = 1 << 20;
    private static final int USABLE_PERCENT = 70;

    public Machine {
        cores = Math.max(1, cores);
        trainings = Math.max(1, Math.min(cores, trainings));
    }

    /** This machine, for trainings of so much memory; part of it stays with others. */
    public static Machine here(int cores, int memoryMiB) {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Machine(cores, (int) Math.min(cores, memory / BYTES_PER_MIB * USABLE_PERCENT / 100 / memoryMiB));
    }
}
