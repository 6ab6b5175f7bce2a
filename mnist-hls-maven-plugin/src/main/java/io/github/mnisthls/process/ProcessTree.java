/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A program and everything it started.
 *
 * <p>A child whose parent has ended is no longer among the program's descendants. So descendants are remembered while the
 * program runs, and on Linux every process that inherited a marker variable is found as well.
 */
final class ProcessTree {
    static final String MARKER = "MNIST_HLS_RUN";

    private static final Path PROC = Path.of("/proc");
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int FORCED_ROUNDS = 50;

    private final String mark = UUID.randomUUID().toString();
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    /** The value of {@link #MARKER} that the program must inherit. */
    String mark() {
        return mark;
    }

    /** Remembers the program and what it has started so far. */
    synchronized void remember(Process process) {
        known.add(process.toHandle());
        process.descendants().forEach(known::add);
        known.removeIf(handle -> !handle.isAlive());
    }

    /**
     * Ends every process of the tree: asks first, then forces.
     *
     * @param patience how long they may take to end by themselves
     * @return how many were still running
     */
    synchronized int kill(Process process, Duration patience) {
        // Killing must come to its end also in an interrupted thread; the interrupt is kept for the caller.
        boolean interrupted = Thread.interrupted();
        try {
            remember(process);
            Set<ProcessHandle> running = running();
            int count = running.size();
            running.forEach(ProcessHandle::destroy);
            for (long left = patience.toMillis(); left > 0 && !running.isEmpty(); left -= STEP.toMillis()) {
                interrupted |= pause();
                running = running();
            }
            // A process may fork between being listed and being killed, hence rounds.
            for (int round = 0; round < FORCED_ROUNDS && !running.isEmpty(); round++) {
                running.forEach(ProcessHandle::destroyForcibly);
                interrupted |= pause();
                running = running();
            }
            return count;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Set<ProcessHandle> running() {
        Set<ProcessHandle> all = new LinkedHashSet<>(known);
        known.forEach(handle -> handle.descendants().forEach(all::add));
        addMarked(all);
        all.removeIf(handle -> !handle.isAlive() || isZombie(handle));
        return all;
    }

    private void addMarked(Collection<ProcessHandle> found) {
        if (!Files.isReadable(PROC.resolve("self/environ"))) {
            return;
        }
        String entry = MARKER + "=" + mark + "\0";
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (read(process.resolve("environ")).contains(entry)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that has ended but whose parent has not asked for its status: nothing is left to kill. */
    private static boolean isZombie(ProcessHandle handle) {
        String status = read(PROC.resolve(handle.pid() + "/stat"));
        return status.startsWith("Z", status.lastIndexOf(')') + 2);
    }

    /** The file's text, or nothing: processes end at any time, and those of others cannot be read. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Sleeps for one step, or less and says that the thread was interrupted. */
    private static boolean pause() {
        try {
            Thread.sleep(STEP.toMillis());
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
