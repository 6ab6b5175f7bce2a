/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.explore.Exploration;
import io.github.mnisthls.explore.Search;
import io.github.mnisthls.explore.SearchKind;
import io.github.mnisthls.explore.TinySpaces;
import io.github.mnisthls.explore.Wishes;
import io.github.mnisthls.explore.job.ProgramFiles;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.job.Worker;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.run.Executor;
import io.github.mnisthls.explore.run.LocalExecutor;
import io.github.mnisthls.explore.run.Machine;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.process.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Explores forty points, here or through Slurm; as a program, in a JVM that can be killed. */
public final class SlurmTrial {
    private SlurmTrial() {}

    /** Argument: the folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        throughSlurm(folder, new SlurmPrograms(folder), settings(Optional.empty()), line -> {});
        System.exit(0);
    }

    static SlurmSettings settings(Optional<String> partition) {
        return new SlurmSettings(
                partition,
                Optional.empty(),
                Optional.of("10"),
                Optional.empty(),
                1,
                512,
                List.of(),
                2,
                1,
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    static Results throughSlurm(Path folder, CommandLine commands, SlurmSettings settings, Consumer<String> log)
            throws Exception {
        Path root = TinySpaces.site(folder).root();
        Cluster cluster = new Cluster(
                commands, root, new ChildJvm(ProgramFiles.copy(root)), System.getProperty("user.name"), Thread::sleep);
        try (SlurmExecutor executor = SlurmExecutor.on(cluster, settings, log)) {
            return explore(folder, executor);
        }
    }

    static Results locally(Path folder) throws Exception {
        Site site = TinySpaces.site(folder);
        Worker worker = new Worker(site, line -> {});
        try (LocalExecutor executor = new LocalExecutor(new Machine(2, 1), worker::run)) {
            return explore(folder, executor);
        }
    }

    private static Results explore(Path folder, Executor executor) throws Exception {
        Space space = TinySpaces.forty();
        Wishes wishes = TinySpaces.wishes();
        Search search = SearchKind.GRID.of(space, 0, 1, 1, wishes.objectives(), wishes.constraints());
        return new Exploration(folder.resolve("explore"), space, search, wishes, TinySpaces.jobs(), line -> {})
                .run(executor);
    }

    /** All results as they lie in files. */
    static List<String> files(Path folder) throws Exception {
        return List.of(
                Files.readString(folder.resolve("explore/results.csv")),
                Files.readString(folder.resolve("explore/results.json")),
                Files.readString(folder.resolve("explore/index.html")));
    }
}
