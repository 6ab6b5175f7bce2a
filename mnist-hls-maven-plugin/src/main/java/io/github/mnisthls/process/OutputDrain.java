/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Empties a program's output on a thread of its own, so that the program never waits for a full pipe. */
final class OutputDrain {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int LINES_KEPT = 200;

    private final LastLines lastLines = new LastLines(LINES_KEPT);
    private final InputStream output;
    private final OutputListener listener;
    private final OutputStream log;
    private final Thread thread;
    private final long mostLogBytes;
    private long logBytes;
    private boolean full;
    private volatile Exception failure;

    private OutputDrain(Command command, OutputStream log, InputStream output, long mostLogBytes) {
        this.mostLogBytes = mostLogBytes;
        this.output = output;
        this.listener = command.listener();
        this.log = log;
        this.thread = new Thread(this::drain, "output of " + command.programName());
        this.thread.setDaemon(true);
    }

    static OutputDrain start(Command command, OutputStream log, InputStream output, long mostLogBytes) {
        OutputDrain drain = new OutputDrain(command, log, output, mostLogBytes);
        drain.thread.start();
        return drain;
    }

    boolean hasFailed() {
        return failure != null;
    }

    List<String> lastLines() {
        return lastLines.toList();
    }

    /** Waits for the end of the output; a process that was missed may hold the pipe open for longer. */
    void await(Duration limit) throws InterruptedException {
        thread.join(limit.toMillis());
    }

    /** Passes on what went wrong on the draining thread: the listener's exception, or a log that cannot be written. */
    void rethrow() throws IOException {
        Exception seen = failure;
        if (seen instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (seen instanceof IOException io) {
            throw io;
        }
    }

    private void drain() {
        try {
            copy();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void copy() throws IOException {
        LineSplitter lines = new LineSplitter(line -> {
            lastLines.add(line);
            listener.line(line);
        });
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
            writeLog(buffer, length);
            lines.accept(buffer, length);
        }
        lines.finish();
    }

    /** A program that talks without end must not fill the disk; its last lines are still known. */
    private void writeLog(byte[] bytes, int length) throws IOException {
        int room = (int) Math.min(length, mostLogBytes - logBytes);
        log.write(bytes, 0, room);
        if (room < length && !full) {
            full = true;
            String cut = "\n... the log ends here: more than " + (mostLogBytes >> 20) + " MiB\n";
            log.write(cut.getBytes(StandardCharsets.UTF_8));
        }
        logBytes += room;
    }
}
