/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds results that still belong together: each made from what the step before it holds now. */
final class CurrentResults {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentResults.class);

    private final WorkFolder work;
    private final StepRunner runner;

    CurrentResults(WorkFolder work, StepRunner runner) {
        this.work = work;
        this.runner = runner;
    }

    /** A file of a step's outputs, if the step's last success still holds. */
    <T> Optional<T> read(StepName step, String file, Class<T> type) {
        Path path = work.folder(step).resolve(file);
        if (!isCurrent(step) || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(path, type));
        } catch (UncheckedIOException e) {
            LOG.warn("{} is damaged and counts as none: the next {} makes it again", path, step);
            return Optional.empty();
        }
    }

    /** A step that is skipped has no result: what an earlier build found is kept, but does not count. */
    void skip(StepName step) {
        AtomicFile.write(work.setAside(step), "");
    }

    /** The step is not skipped any more. */
    void count(StepName step) throws IOException {
        Files.deleteIfExists(work.setAside(step));
    }

    boolean isCurrent(StepName step) {
        if (Files.exists(work.setAside(step))) {
            return false;
        }
        return runner.lastSuccess(step)
                .filter(record -> record.upstream().keySet().containsAll(step.dependencies()))
                .map(record -> record.upstream().entrySet().stream()
                        .allMatch(other -> digest(other.getKey()).equals(Optional.of(other.getValue()))))
                .orElse(false);
    }

    /** One digest for all outputs of a step, if its last success still holds. */
    Optional<String> digest(StepName step) {
        return isCurrent(step) ? runner.lastSuccess(step).map(StepRecord::digest) : Optional.empty();
    }
}
