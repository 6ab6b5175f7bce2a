/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.reporting.Metrics;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of the last report of a work folder, and of the one before that had others. */
final class ReportedBefore {
    private static final Logger LOG = LoggerFactory.getLogger(ReportedBefore.class);

    private final WorkFolder work;

    ReportedBefore(WorkFolder work) {
        this.work = work;
    }

    private record Reported(Metrics last, Optional<Metrics> before) {}

    /** What was reported last that is not the same; the same for the same figures, however often they are reported. */
    Optional<Metrics> otherThan(Metrics metrics) {
        return read().flatMap(
                        reported -> reported.last().equals(metrics) ? reported.before() : Optional.of(reported.last()));
    }

    void remember(Metrics metrics) {
        AtomicFile.write(work.reported(), Json.write(new Reported(metrics, otherThan(metrics))));
    }

    private Optional<Reported> read() {
        Path file = work.reported();
        try {
            return Files.isRegularFile(file) ? Optional.of(Json.read(file, Reported.class)) : Optional.empty();
        } catch (UncheckedIOException e) {
            LOG.debug("The figures in {} are unreadable and count as none", file, e);
            return Optional.empty();
        }
    }
}
