/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.explore.job.JobStore;
import io.github.mnisthls.explore.job.Main;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.process.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files of an array of jobs: which task does which unit, the script that nodes run, and their logs.
 *
 * @param folder of the array, named by its key
 */
record ArrayFolder(Path folder) {
    private static final String ARRAYS = "arrays";

    /** The folder of an array of an exploration. */
    static ArrayFolder of(Path root, String key) {
        return new ArrayFolder(root.resolve(ARRAYS).resolve(key));
    }

    /** Names an array of these units, which each attempt has its own of. */
    static String key(List<Task> tasks, int attempt) {
        return Digest.of(attempt + tasks.stream().map(task -> task.unit.key()).collect(Collectors.joining("\n")))
                .substring(0, 24);
    }

    /** Writes what the nodes need. */
    void write(Path root, List<Task> tasks, ChildJvm jvm, SlurmSettings settings) {
        JobStore store = new JobStore(root);
        List<String> files = new ArrayList<>();
        tasks.forEach(task -> files.add(store.describe(task.unit).toString()));
        AtomicFile.write(list(), String.join("\n", files) + "\n");
        List<String> words = new ArrayList<>(
                jvm.command(root, Main.class.getName(), tasks.get(0).memoryMiB())
                        .build()
                        .words());
        words.set(0, settings.java());
        AtomicFile.write(script(), """
                #!/bin/sh
                # One task of an array: does the unit that its line of units.txt names.
                unit=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" %s)
                exec %s %s "$unit" "${SLURM_CPUS_PER_TASK:-1}"
                """.formatted(
                        Shell.quote(list().toString()), Shell.quote(words), Shell.quote(root.toString())));
    }

    Path script() {
        return folder.resolve("run.sh");
    }

    private Path list() {
        return folder.resolve("units.txt");
    }

    /** The log of a task. */
    Path log(int task) {
        return folder.resolve(task + ".log");
    }

    /** The files of the units that the tasks do, in their order; none if the array is not ours. */
    List<String> units() {
        try {
            return Files.isRegularFile(list()) ? Files.readAllLines(list()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
