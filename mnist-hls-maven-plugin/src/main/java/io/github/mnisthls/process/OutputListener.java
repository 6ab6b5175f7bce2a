/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.time.Duration;

/** Sees a program's output while it runs. The two methods are called from different threads. */
@FunctionalInterface
public interface OutputListener {
    /** Ignores everything. */
    OutputListener NONE = line -> {};

    /**
     * One line of standard output or standard error, without its end, decoded as UTF-8 and shortened to
     * {@value LineSplitter#MAX_LINE_BYTES} bytes. An exception thrown here stops the program and fails the run.
     */
    void line(String line);

    /** Called every few seconds while the program runs, also when it is silent. */
    default void waiting(Duration elapsed) {}
}
