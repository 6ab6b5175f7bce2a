/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.explore.job.ProgramFiles;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.run.Executor;
import io.github.mnisthls.explore.run.LocalExecutor;
import io.github.mnisthls.explore.run.LocalWork;
import io.github.mnisthls.explore.run.Machine;
import io.github.mnisthls.explore.slurm.Cluster;
import io.github.mnisthls.explore.slurm.SlurmExecutor;
import io.github.mnisthls.explore.slurm.SlurmSettings;
import io.github.mnisthls.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the executor that the POM asks for.
 *
 * @param kind      who does the jobs
 * @param cores     of this machine that may be used
 * @param memoryMiB of a training
 * @param slurm     what a cluster has to be told
 * @param classPath of a JVM on this machine
 */
record ExploreExecution(ExecutorKind kind, int cores, int memoryMiB, SlurmSettings slurm, List<Path> classPath) {
    Executor start(Site site, Consumer<String> log) throws IOException {
        return switch (kind) {
            case LOCAL ->
                new LocalExecutor(
                        Machine.here(cores, memoryMiB), new LocalWork(site, new ChildJvm(classPath), memoryMiB, log));
            case SLURM ->
                SlurmExecutor.on(Cluster.here(site.root(), new ChildJvm(ProgramFiles.copy(site.root()))), slurm, log);
        };
    }
}
