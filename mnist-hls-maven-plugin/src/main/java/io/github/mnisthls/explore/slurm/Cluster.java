/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.process.ChildJvm;
import java.nio.file.Path;

/**
 * Slurm, and what it has to know of an exploration.
 *
 * @param commands runs Slurm's programs
 * @param root     folder of the exploration, which all nodes see under this path
 * @param jvm      how nodes start the program that does a unit
 * @param user     whose jobs they are
 * @param pause    waits between two questions
 */
public record Cluster(CommandLine commands, Path root, ChildJvm jvm, String user, Poll.Pause pause) {
    /** That of this machine. */
    public static Cluster here(Path root, ChildJvm jvm) {
        return new Cluster(new SlurmPrograms(root), root, jvm, System.getProperty("user.name"), Thread::sleep);
    }

    /** The name of all jobs of this exploration, and of no others. */
    String name() {
        return "mnist-hls-" + Digest.of(root.toString()).substring(0, 12);
    }
}
