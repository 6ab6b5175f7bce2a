/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.explore.slurm.CommandLine.Answer;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Asks Slurm what has become of tasks: the queue, with one question for all, and the accounting for those that left it. */
final class SlurmQueue {
    /** What the queue says of one task. */
    record Entry(String array, JobState state) {}

    private static final String SEPARATOR = "\\|";

    private final CommandLine commands;
    private final String name;
    private final String user;

    /**
     * @param name of all our jobs
     */
    SlurmQueue(CommandLine commands, String name, String user) {
        this.commands = commands;
        this.name = name;
        this.user = user;
    }

    /** All tasks of ours that the queue knows, by id; empty if it does not answer. */
    Optional<Map<String, Entry>> entries() throws IOException {
        Answer answer =
                commands.run(List.of("squeue", "-h", "-t", "all", "-u", user, "--name=" + name, "-o", "%i|%k|%T|%r"));
        if (!answer.succeeded()) {
            return Optional.empty();
        }
        Map<String, Entry> entries = new HashMap<>();
        for (String line : answer.lines()) {
            String[] cells = line.split(SEPARATOR, -1);
            if (cells.length == 4) {
                Entry entry = new Entry(cells[1], new JobState(cells[2], cells[3]));
                TaskIds.expand(cells[0]).forEach(id -> entries.put(id, entry));
            }
        }
        return Optional.of(entries);
    }

    /** What the accounting knows of tasks, by id; nothing where there is none. */
    Map<String, JobState> accounted(Collection<String> ids) throws IOException {
        TreeSet<String> arrays = new TreeSet<>();
        ids.forEach(id -> arrays.add(id.replaceFirst("_.*", "")));
        Map<String, JobState> states = new HashMap<>();
        if (arrays.isEmpty()) {
            return states;
        }
        Answer answer =
                commands.run(List.of("sacct", "-n", "-P", "-X", "-j", String.join(",", arrays), "-o", "JobID,State"));
        if (answer.succeeded()) {
            for (String line : answer.lines()) {
                String[] cells = line.split(SEPARATOR, -1);
                if (cells.length == 2) {
                    // CANCELLED by 1000
                    String state = cells[1].replaceFirst(" .*", "");
                    TaskIds.expand(cells[0]).forEach(id -> states.put(id, new JobState(state, "")));
                }
            }
        }
        return states;
    }
}
