/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings single steps up to date: runs those whose inputs or outputs are not what the last success left. */
final class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
    private static final double NANOS_PER_SECOND = 1e9;

    private final WorkFolder work;
    private final Optional<StepName> goal;
    private final boolean force;
    private final String plugin;
    private final SharedSettings shared;
    private final KnownDigests digests;

    /**
     * A runner for one goal.
     *
     * @param goal    the step that was asked for; those before it are mentioned only if they run
     * @param force   runs the goal's own step whether it is up to date or not
     * @param plugin  changes when this plugin does
     * @param shared  what other goals of the same build want of the work folder
     * @param digests what other goals of the same build know of its files
     */
    StepRunner(
            WorkFolder work,
            Optional<StepName> goal,
            boolean force,
            String plugin,
            SharedSettings shared,
            KnownDigests digests) {
        this.work = work;
        this.goal = goal;
        this.force = force;
        this.plugin = plugin;
        this.shared = shared;
        this.digests = digests;
    }

    /** Runs the step if need be; gives the digest of its outputs. */
    String bringUpToDate(Step step, UpstreamDigests upstream) throws IOException, InterruptedException {
        Optional<StepRecord> last = lastSuccess(step.name());
        Map<String, String> inputs = inputs(step);
        shared.agree(work.root(), step.name(), inputs);
        boolean asked = goal.equals(Optional.of(step.name()));
        Optional<String> reason =
                isForced(step) ? Optional.of("it is forced") : staleness(step.name(), last, inputs, upstream);
        if (reason.isEmpty()) {
            tidyUp(step);
            if (asked) {
                LOG.info("{}: up to date", step.name());
            }
            return last.orElseThrow().digest();
        }
        if (last.isPresent()) {
            LOG.info("{}: runs again because {}", step.name(), reason.get());
        }
        step.task().ifPresent(task -> LOG.info("{}: {}", step.name(), task));
        return run(step, inputs, upstream, last);
    }

    /** Whether a step that depends on no other would have nothing to do. */
    boolean isUpToDate(Step step) {
        return !isForced(step)
                && staleness(step.name(), lastSuccess(step.name()), inputs(step), new UpstreamDigests(Map.of()))
                        .isEmpty();
    }

    private boolean isForced(Step step) {
        return force && goal.equals(Optional.of(step.name()));
    }

    private Map<String, String> inputs(Step step) {
        return new Inputs().addAll(step.inputs()).add("plugin", plugin).toMap();
    }

    /** The record of the last success, whether it still holds or not. */
    Optional<StepRecord> lastSuccess(StepName step) {
        Path file = work.record(step);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file, StepRecord.class));
        } catch (UncheckedIOException e) {
            LOG.debug("The record {} is unreadable and counts as none", file, e);
            return Optional.empty();
        }
    }

    private Optional<String> staleness(
            StepName step, Optional<StepRecord> last, Map<String, String> inputs, UpstreamDigests upstream) {
        if (last.isEmpty()) {
            return Optional.of("it never ran");
        }
        Optional<String> difference = last.get().difference(inputs, upstream);
        return difference.isPresent() ? difference : editedOutput(work.folder(step), last.get());
    }

    private Optional<String> editedOutput(Path folder, StepRecord record) {
        Map<String, String> found = digests.of(folder);
        for (Map.Entry<String, String> output : record.outputs().entrySet()) {
            String digest = found.remove(output.getKey());
            if (!output.getValue().equals(digest)) {
                return Optional.of("its output " + output.getKey() + (digest == null ? " is missing" : " was edited"));
            }
        }
        return found.keySet().stream().findFirst().map(name -> name + " is not an output of it");
    }

    private String run(Step step, Map<String, String> inputs, UpstreamDigests upstream, Optional<StepRecord> last)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path staging = work.createStaging(step.name());
        OwnFiles own = new OwnFiles(work, step.name());
        StepRecord record;
        try {
            step.run(staging, upstream);
            record = new StepRecord(inputs, upstream, FileTree.digests(staging));
            own.claim(last, record);
            Files.deleteIfExists(work.record(step.name()));
            FileTree.replace(staging, work.folder(step.name()));
        } finally {
            FileTree.delete(staging);
        }
        AtomicFile.write(work.record(step.name()), Json.write(record));
        settle(step);
        own.release();
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{}: {} s",
                    step.name(),
                    String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / NANOS_PER_SECOND));
        }
        return record.digest();
    }

    /** After a build that was killed when all was in place, but what it needed on the way was still there. */
    private void tidyUp(Step step) throws IOException {
        if (Files.exists(work.claim(step.name()))) {
            settle(step);
            new OwnFiles(work, step.name()).release();
        }
    }

    private static void settle(Step step) {
        try {
            step.settle();
        } catch (IOException e) {
            LOG.debug("What {} kept cannot be removed", step.name(), e);
        }
    }
}
