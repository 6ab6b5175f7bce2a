/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a program ended.
 *
 * @param exitCode  the exit status; 128 + n where signal n ended it
 * @param duration  wall time from start to end
 * @param timedOut  whether it was killed because its time limit passed
 * @param strays    child processes that outlived it and were killed
 * @param lastLines the newest lines of its output, oldest first
 * @param log       where the whole output lies, if it was asked for
 */
public record ProcessResult(
        int exitCode, Duration duration, boolean timedOut, int strays, List<String> lastLines, Optional<Path> log) {
    private static final int SIGNAL_BASE = 128;
    private static final int LAST_SIGNAL = 64;

    public ProcessResult {
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(log, "log");
        lastLines = List.copyOf(lastLines);
    }

    /** Whether it ended by itself with status 0. */
    public boolean succeeded() {
        return exitCode == 0 && !timedOut;
    }

    /** The signal that ended it, such as 9 or 11, as far as the exit status tells. */
    public OptionalInt signal() {
        boolean bySignal = exitCode > SIGNAL_BASE && exitCode <= SIGNAL_BASE + LAST_SIGNAL;
        return bySignal ? OptionalInt.of(exitCode - SIGNAL_BASE) : OptionalInt.empty();
    }
}
