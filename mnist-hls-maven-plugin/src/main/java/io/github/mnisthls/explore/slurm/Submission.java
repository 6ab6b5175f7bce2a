/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An array as {@code sbatch} is told of it.
 *
 * @param tasks  that it has, all of a kind
 * @param behind the task that must have ended well before; empty if there is none
 */
record Submission(List<Task> tasks, Optional<String> behind) {
    Submission {
        tasks = List.copyOf(tasks);
    }

    /** The command. */
    List<String> words(String name, String key, Path root, ArrayFolder folder, SlurmSettings settings) {
        List<String> words = new ArrayList<>(List.of(
                "sbatch",
                "--parsable",
                "--requeue",
                "--kill-on-invalid-dep=yes",
                "--open-mode=append",
                "--job-name=" + name,
                "--comment=" + key,
                "--chdir=" + root,
                "--output=" + folder.folder().resolve("%a.log"),
                "--array=0-" + (tasks.size() - 1),
                "--ntasks=1",
                "--cpus-per-task=" + (tasks.get(0).unit.isTraining() ? settings.cpus() : 1),
                "--mem=" + tasks.get(0).memoryMiB() + "M"));
        behind.ifPresent(id -> words.add("--dependency=afterok:" + id));
        settings.partition().ifPresent(value -> words.add("--partition=" + value));
        settings.account().ifPresent(value -> words.add("--account=" + value));
        settings.time().ifPresent(value -> words.add("--time=" + value));
        settings.licenses().ifPresent(value -> words.add("--licenses=" + value));
        words.addAll(settings.options());
        words.add(folder.script().toString());
        return words;
    }
}
