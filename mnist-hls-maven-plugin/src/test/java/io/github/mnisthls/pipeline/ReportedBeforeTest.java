/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.reporting.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedBeforeTest {
    private static final Metrics FIRST = metrics("auto:8");
    private static final Metrics SECOND = metrics("auto:4");

    @TempDir
    Path root;

    private ReportedBefore reported;
    private Path file;

    @BeforeEach
    void folder() {
        WorkFolder work = new WorkFolder(root.resolve("mnist-hls"));
        file = work.reported();
        reported = new ReportedBefore(work);
    }

    private static Metrics metrics(String precision) {
        return new Metrics(
                Metrics.SCHEMA,
                Optional.of(new Metrics.NetworkMetrics("digits", 100, 1_000, precision)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theFirstReportHasNoneBeforeIt() {
        assertThat(reported.otherThan(FIRST)).isEmpty();
        reported.remember(FIRST);
        assertThat(reported.otherThan(FIRST)).isEmpty();
    }

    @Test
    void theSameFiguresAreComparedWithTheSameOnesHoweverOftenTheyAreReported() {
        reported.remember(FIRST);
        for (int i = 0; i < 3; i++) {
            assertThat(reported.otherThan(SECOND)).contains(FIRST);
            reported.remember(SECOND);
        }
        assertThat(reported.otherThan(FIRST)).contains(SECOND);
    }

    @Test
    void whatIsDamagedCountsAsNone() throws IOException {
        reported.remember(FIRST);
        Files.writeString(file, "{\"last\":");

        assertThat(reported.otherThan(SECOND)).isEmpty();
    }
}
