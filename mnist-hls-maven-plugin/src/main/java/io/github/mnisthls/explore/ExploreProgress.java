/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.Row;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells how far an exploration is: a line every ten seconds. */
final class ExploreProgress {
    private static final long PERIOD = Duration.ofSeconds(10).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final Consumer<String> log;
    private final int open;
    private final long start = System.nanoTime();
    private long toldAt = start;

    /**
     * @param open points that are to be found out now
     */
    ExploreProgress(Consumer<String> log, int open) {
        this.log = log;
        this.open = open;
    }

    void tell(Supplier<Results> known, int running) {
        long now = System.nanoTime();
        if (now - toldAt < PERIOD) {
            return;
        }
        toldAt = now;
        Results results = known.get();
        long done = results.count(Row.Status.DONE);
        long failed = results.count(Row.Status.FAILED);
        long left = results.count(Row.Status.OPEN);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d of %,d points done, %,d failed, %,d jobs run",
                done,
                results.rows().size(),
                failed,
                running));
        if (left < open) {
            double perPoint = (now - start) / NANOS_PER_SECOND / (open - left);
            line.append(String.format(Locale.ROOT, ", about %.0f s left", Math.ceil(perPoint * left)));
        }
        results.best()
                .ifPresent(row -> line.append(String.format(
                        Locale.ROOT,
                        "; best so far: point %d, %.2f%%, %.0f images/s",
                        row.point().number(),
                        100 * row.figures().orElseThrow().accuracy(),
                        row.figures().orElseThrow().imagesPerSecond())));
        log.accept(line.toString());
    }
}
