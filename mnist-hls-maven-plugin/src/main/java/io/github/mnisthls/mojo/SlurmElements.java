/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.explore.slurm.SlurmSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the POM's {@code <slurm>} tells of a site. */
public final class SlurmElements {
    private static final int RETRIES = 2;
    private static final int POLL_SECONDS = 5;

    private String partition;
    private String account;
    private String time;
    private String licenses;
    private Integer cpus;
    private Integer memory;
    private List<String> options;
    private Integer retries;
    private Integer pollSeconds;
    private String java;

    SlurmSettings toSettings(int trainingMemory) {
        return new SlurmSettings(
                Optional.ofNullable(partition),
                Optional.ofNullable(account),
                Optional.ofNullable(time),
                Optional.ofNullable(licenses),
                cpus == null ? 1 : cpus,
                memory == null ? trainingMemory : memory,
                options == null ? List.of() : options,
                retries == null ? RETRIES : retries,
                pollSeconds == null ? POLL_SECONDS : pollSeconds,
                java == null
                        ? Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()
                        : java);
    }
}
