/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds results that still belong together: each made from what the step before it holds now. */
final class CurrentResults {
    /** Begins the name of the input that holds another step's digest. */
    static final String UPSTREAM = "upstream.";

    private final WorkFolder work;
    private final StepRunner runner;

    CurrentResults(WorkFolder work, StepRunner runner) {
        this.work = work;
        this.runner = runner;
    }

    /** The input by which a step depends on another's outputs. */
    static Map<String, String> upstream(StepName step, String digest) {
        return Map.of(UPSTREAM + step, digest);
    }

    /** A file of a step's outputs, if the step's last success still holds. */
    <T> Optional<T> read(StepName step, String file, Class<T> type) {
        Path path = work.folder(step).resolve(file);
        return isCurrent(step) && Files.isRegularFile(path) ? Optional.of(Json.read(path, type)) : Optional.empty();
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
                .map(record -> record.inputs().entrySet().stream()
                        .filter(input -> input.getKey().startsWith(UPSTREAM))
                        .allMatch(input -> holds(input.getKey().substring(UPSTREAM.length()), input.getValue())))
                .orElse(false);
    }

    private boolean holds(String step, String digest) {
        StepName name = StepName.of(step);
        return isCurrent(name)
                && runner.lastSuccess(name).map(StepRecord::digest).equals(Optional.of(digest));
    }
}
