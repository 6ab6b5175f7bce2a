/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import java.io.PrintWriter;
import java.time.Duration;

/** One line of a terminal that is written again and again, and is empty in the end. */
final class Bar implements Display {
    private static final int CELLS = 30;
    private static final String START_OF_LINE = "\r";
    private static final String ERASE_REST = "\u001b[K";

    private final PrintWriter terminal;
    private boolean shown;

    Bar(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public Duration period() {
        return Duration.ofMillis(250);
    }

    @Override
    public synchronized void show(double share, String text) {
        int full = (int) Math.floor(share * CELLS);
        show("[" + "#".repeat(full) + "-".repeat(CELLS - full) + "] " + text);
    }

    @Override
    public synchronized void show(String text) {
        terminal.print(START_OF_LINE + text + ERASE_REST);
        terminal.flush();
        shown = true;
    }

    @Override
    public synchronized void clear() {
        if (shown) {
            terminal.print(START_OF_LINE + ERASE_REST);
            terminal.flush();
            shown = false;
        }
    }
}
