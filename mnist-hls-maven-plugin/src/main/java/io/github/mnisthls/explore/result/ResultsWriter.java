/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import io.github.mnisthls.files.AtomicFile;
import java.nio.file.Path;
import java.time.Duration;

/** Writes what is known while more is found out: after each point, unless that would take more time than the points. */
public final class ResultsWriter {
    /** One part of the time, of so many, may go into writing. */
    private static final int SHARE = 20;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    private final Path folder;
    private long nextNanos = System.nanoTime();

    public ResultsWriter(Path folder) {
        this.folder = folder;
    }

    /** Whether enough time has passed since the last time. */
    public boolean isDue() {
        return System.nanoTime() - nextNanos >= 0;
    }

    /** Writes all files. */
    public synchronized void write(Results results) {
        long start = System.nanoTime();
        ResultsFile file = new ResultsFile(results);
        String json = file.json();
        AtomicFile.write(folder.resolve("results.csv"), file.csv());
        AtomicFile.write(folder.resolve("results.json"), json);
        AtomicFile.write(folder.resolve("index.html"), ExplorePage.render(results));
        long now = System.nanoTime();
        nextNanos = now + Math.max(SHORTEST_PAUSE.toNanos(), SHARE * (now - start));
    }
}
