/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.explore.slurm.CommandLine.Answer;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Submits tasks as arrays, knows their arrays' files, and cancels them. */
final class Submitter {
    /** Slurm's usual limit is 1001. */
    private static final int MOST_TASKS = 1000;

    private static final String UNIT_ENDING = ".unit.json";

    private final Cluster cluster;
    private final SlurmSettings settings;
    private final Consumer<String> log;
    private final Map<String, ArrayFolder> folders = new HashMap<>();
    private int attempts;
    private boolean refused;

    Submitter(Cluster cluster, SlurmSettings settings, Consumer<String> log) {
        this.cluster = cluster;
        this.settings = settings;
        this.log = log;
    }

    /** Tasks that Slurm knows already and has not ended, by the keys of their units. */
    Map<String, String> aliveUnits(Map<String, SlurmQueue.Entry> entries) {
        Map<String, String> alive = new HashMap<>();
        entries.forEach((id, entry) -> {
            String[] numbers = id.split("_", 2);
            ArrayFolder folder = ArrayFolder.of(cluster.root(), entry.array());
            List<String> units = entry.array().matches("[0-9a-f]+") ? folder.units() : List.of();
            int task = Integer.parseInt(numbers[1]);
            if (entry.state().isAlive() && task < units.size()) {
                folders.put(numbers[0], folder);
                String file = String.valueOf(Path.of(units.get(task)).getFileName());
                alive.put(file.substring(0, file.length() - UNIT_ENDING.length()), id);
            }
        });
        return alive;
    }

    /**
     * Submits those tasks that Slurm does not have.
     *
     * @param upstream the task that must end before a task
     * @throws InvalidSettingException if Slurm will never take them
     */
    void submit(Collection<Task> tasks, Function<Task, Optional<Task>> upstream) throws IOException {
        Map<String, List<Task>> groups = new LinkedHashMap<>();
        for (Task task : tasks) {
            if (task.id().isEmpty()) {
                String before = upstream.apply(task)
                        .map(Task::unit)
                        .map(unit -> unit.key())
                        .orElse("");
                groups.computeIfAbsent(
                                before + " " + task.unit.isTraining() + " " + task.memoryMiB(),
                                key -> new ArrayList<>())
                        .add(task);
            }
        }
        for (List<Task> group : groups.values()) {
            Optional<Task> before = upstream.apply(group.get(0));
            if (before.isPresent() && before.get().id().isEmpty()) {
                continue;
            }
            for (int first = 0; first < group.size(); first += MOST_TASKS) {
                List<Task> part = group.subList(first, Math.min(group.size(), first + MOST_TASKS));
                if (!submitArray(new Submission(part, before.map(Task::id)))) {
                    return;
                }
            }
        }
    }

    /** Gives false if Slurm takes nothing now. */
    private boolean submitArray(Submission submission) throws IOException {
        String key = ArrayFolder.key(submission.tasks(), attempts++);
        ArrayFolder folder = ArrayFolder.of(cluster.root(), key);
        folder.write(cluster.root(), submission.tasks(), cluster.jvm(), settings);
        Answer answer = cluster.commands().run(submission.words(cluster.name(), key, cluster.root(), folder, settings));
        if (answer.succeeded()) {
            refused = false;
            String array = id(answer);
            folders.put(array, folder);
            List<Task> tasks = submission.tasks();
            for (int i = 0; i < tasks.size(); i++) {
                tasks.get(i).submittedAs(array + "_" + i);
            }
            return true;
        }
        Refusal refusal = new Refusal(answer.text());
        if (!refusal.passes()) {
            throw new InvalidSettingException("sbatch takes no jobs: " + refusal.text()
                    + ". Correct <slurm> in the POM; what is done already is kept.");
        }
        if (!refused) {
            log.accept("sbatch takes no more jobs now: " + refusal.text() + "; trying again");
            refused = true;
        }
        return false;
    }

    /** {@code 17} or {@code 17;cluster}, behind what a site may print. */
    private static String id(Answer answer) {
        return answer.lines()
                .get(answer.lines().size() - 1)
                .replaceFirst(";.*", "")
                .strip();
    }

    /** Where a task's process writes. */
    Path log(Task task) {
        String[] numbers = task.id().split("_", 2);
        return folders.get(numbers[0]).log(Integer.parseInt(numbers[1]));
    }

    /** A log that nobody needs. */
    void removeLog(Task task) {
        try {
            Files.deleteIfExists(log(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cancels one task. */
    void cancel(Task task) {
        cluster.commands().runLast(List.of("scancel", task.id()));
    }

    /** Cancels the arrays of these tasks. */
    void cancel(Collection<Task> tasks) {
        TreeSet<String> arrays = new TreeSet<>();
        tasks.stream()
                .filter(task -> !task.id().isEmpty())
                .forEach(task -> arrays.add(task.id().replaceFirst("_.*", "")));
        if (!arrays.isEmpty()) {
            List<String> words = new ArrayList<>(List.of("scancel"));
            words.addAll(arrays);
            cluster.commands().runLast(words);
        }
    }
}
