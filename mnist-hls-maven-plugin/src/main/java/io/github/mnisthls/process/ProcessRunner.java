/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs one at a time per call; calls from several threads do not disturb each other.
 *
 * <p>Standard output and standard error are merged, written to the log, up to 64 MiB, and never held in memory as a whole. When
 * the time limit passes, the calling thread is interrupted, or this JVM is shut down, the program and all its children
 * end: first they are asked to, then they are killed. Children that outlive the program are ended in the same way.
 */
public final class ProcessRunner {
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofMillis(500);
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(5);
    private static final long MOST_LOG_BYTES = 64L << 20;

    /**
     * Runs the command to its end.
     *
     * @throws InterruptedIOException if the thread was interrupted; its interrupt flag is set again
     * @throws IOException            if the program cannot be started or its log cannot be written
     */
    public ProcessResult run(Command command) throws IOException {
        try (OutputStream log = openLog(command)) {
            return run(command, log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException(command.programName() + " was stopped: the build was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private static ProcessResult run(Command command, OutputStream log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ProcessTree tree = new ProcessTree();
        Process process = builder(command, tree).start();
        Thread hook = new Thread(() -> tree.kill(process, PATIENCE_AT_SHUTDOWN), "kill " + command.programName());
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            OutputDrain drain = OutputDrain.start(command, log, process.getInputStream(), MOST_LOG_BYTES);
            boolean timedOut = !await(command, process, tree, drain, start);
            Duration duration = elapsed(start);
            int strays = tree.kill(process, PATIENCE);
            drain.await(LAST_OUTPUT);
            drain.rethrow();
            return new ProcessResult(
                    exitCode(command, process),
                    duration,
                    timedOut,
                    timedOut ? 0 : strays,
                    drain.lastLines(),
                    command.logFile());
        } finally {
            tree.kill(process, PATIENCE);
            removeHook(hook);
        }
    }

    private static OutputStream openLog(Command command) throws IOException {
        if (command.logFile().isEmpty()) {
            return OutputStream.nullOutputStream();
        }
        Path file = command.logFile().get();
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.newOutputStream(file);
    }

    private static int exitCode(Command command, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LAST_OUTPUT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException(command.programName() + " (process " + process.pid() + ") cannot be killed");
        }
        return process.exitValue();
    }

    static ProcessBuilder builder(Command command, ProcessTree tree) {
        boolean watched = command.stdin() == Command.StandardInput.EMPTY_AND_WATCHED;
        ProcessBuilder builder = new ProcessBuilder(watched ? Watcher.watched(command.words()) : command.words())
                .directory(command.workingDirectory().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(command.environment());
        builder.environment().put(ProcessTree.MARKER, tree.mark());
        if (command.stdin() == Command.StandardInput.EMPTY) {
            builder.redirectInput(nothing());
        }
        return builder;
    }

    private static File nothing() {
        return Path.of(File.separatorChar == '/' ? "/dev/null" : "NUL").toFile();
    }

    /** Waits for the end or the time limit, and gives the listener and the tree a look in between. */
    private static boolean await(Command command, Process process, ProcessTree tree, OutputDrain drain, long start)
            throws InterruptedException {
        while (true) {
            Duration left =
                    command.limit().map(limit -> limit.minus(elapsed(start))).orElse(TICK);
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            Duration tick = left.compareTo(TICK) < 0 ? left : TICK;
            if (process.waitFor(tick.toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (drain.hasFailed()) {
                return true;
            }
            tree.remember(process);
            command.listener().waiting(elapsed(start));
        }
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook runs, or has run, and that is what it is for.
            return;
        }
    }
}
