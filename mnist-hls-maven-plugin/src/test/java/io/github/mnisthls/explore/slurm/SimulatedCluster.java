/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.explore.job.FakeResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/** Answers as Slurm does, in a time of its own: many nodes, of which some fail. */
final class SimulatedCluster implements CommandLine {
    private static final long SECOND = 1000;
    private static final long REMEMBERED = 300 * SECOND;

    private final Path root;
    private final int nodes;
    private final double failures;
    private final Random random = new Random(15);
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final PriorityQueue<Job> running =
            new PriorityQueue<>((left, right) -> Long.compare(left.changes, right.changes));
    private long now;
    private int arrays;
    long queueLines;
    int submissions;
    int failed;

    /** A task. */
    private static final class Job {
        final String id;
        final String array;
        final Path unit;
        final String behind;
        String state = "PENDING";
        String reason = "";
        String fate = "COMPLETED";
        long changes;

        Job(String id, String array, Path unit, String behind) {
            this.id = id;
            this.array = array;
            this.unit = unit;
            this.behind = behind;
        }
    }

    SimulatedCluster(Path root, int nodes, double failures) {
        this.root = root;
        this.nodes = nodes;
        this.failures = failures;
    }

    /** Time passes. */
    void sleep(long millis) {
        long end = now + millis;
        start();
        while (!running.isEmpty() && running.peek().changes <= end) {
            Job job = running.poll();
            now = job.changes;
            end(job);
            start();
        }
        now = end;
        jobs.values()
                .removeIf(job -> !job.state.equals("PENDING")
                        && !job.state.equals("RUNNING")
                        && (job.changes + REMEMBERED < now || job.fate.equals("VANISHED")));
    }

    long seconds() {
        return now / SECOND;
    }

    private void start() {
        for (int left = waiting.size(); left > 0 && running.size() < nodes; left--) {
            Job job = waiting.poll();
            Job before = jobs.get(job.behind);
            if (before != null && (before.state.equals("PENDING") || before.state.equals("RUNNING"))) {
                waiting.add(job);
            } else if (!job.behind.isEmpty() && (before == null || !before.state.equals("COMPLETED"))) {
                job.state = "CANCELLED";
                job.reason = "DependencyNeverSatisfied";
                job.changes = now;
            } else {
                job.state = "RUNNING";
                job.fate = fate();
                job.changes = now + SECOND * (20 + random.nextInt(100));
                running.add(job);
            }
        }
    }

    private String fate() {
        if (random.nextDouble() >= failures) {
            return "COMPLETED";
        }
        failed++;
        return List.of("NODE_FAIL", "PREEMPTED", "TIMEOUT", "OUT_OF_MEMORY", "FAILED", "VANISHED")
                .get(random.nextInt(6));
    }

    private void end(Job job) {
        job.state = job.fate;
        FakeResults.write(root, job.unit, job.fate.equals("COMPLETED") ? 1 : random.nextDouble() * 0.99);
    }

    @Override
    public Answer run(List<String> words) {
        return switch (words.get(0)) {
            case "sbatch" -> submit(words);
            case "squeue" -> queue();
            default -> new Answer(1, List.of("Slurm accounting storage is disabled"));
        };
    }

    @Override
    public void runLast(List<String> words) {
        jobs.clear();
    }

    private Answer submit(List<String> words) {
        submissions++;
        String array = Integer.toString(++arrays);
        String comment = value(words, "--comment=").orElseThrow();
        String behind = value(words, "--dependency=afterok:").orElse("");
        try {
            List<String> units =
                    Files.readAllLines(Path.of(words.get(words.size() - 1)).resolveSibling("units.txt"));
            for (int task = 0; task < units.size(); task++) {
                Job job = new Job(array + "_" + task, comment, Path.of(units.get(task)), behind);
                jobs.put(job.id, job);
                waiting.add(job);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(0, List.of(array));
    }

    private static Optional<String> value(List<String> words, String option) {
        return words.stream()
                .filter(word -> word.startsWith(option))
                .map(word -> word.substring(option.length()))
                .findFirst();
    }

    private Answer queue() {
        List<String> lines = new ArrayList<>();
        jobs.values().forEach(job -> lines.add(job.id + "|" + job.array + "|" + job.state + "|" + job.reason));
        queueLines += lines.size();
        return new Answer(0, lines);
    }
}
