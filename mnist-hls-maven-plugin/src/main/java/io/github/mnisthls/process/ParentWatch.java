/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.IOException;
import java.io.OutputStream;

/** Ends this JVM when the one that started it is gone: standard input then reaches its end. */
public final class ParentWatch {
    private static final int ORPHANED = 4;

    private ParentWatch() {}

    public static void start() {
        Thread thread = new Thread(ParentWatch::watch, "parent watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch() {
        try {
            // Nothing is ever said on this channel; only its end means something.
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Lost the parent process: " + e.getMessage());
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
