/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import io.github.mnisthls.process.ChildFailure;
import io.github.mnisthls.process.ParentWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The process that does one unit, on this machine or on another one. Arguments: the exploration's folder, the unit's file, the
 * number of threads, and {@code child} if it is to end with the process that started it.
 */
public final class Main {
    /** What a process ends with whose results nobody can build on. */
    private static final int NOTHING_TO_BUILD_ON = 5;

    private static final int BROKEN = 1;
    private static final String CHILD = "child";

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments[arguments.length - 1].equals(CHILD)) {
            ParentWatch.start();
        }
        Locale.setDefault(Locale.ROOT);
        System.exit(run(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2])));
    }

    private static int run(Path root, Path file, int threads) {
        try {
            Worker worker = new Worker(Site.read(root), Main::say);
            return worker.run(JobReader.unit(file), threads) ? 0 : NOTHING_TO_BUILD_ON;
        } catch (IOException | UncheckedIOException e) {
            say(ChildFailure.line(e.getMessage()));
            return BROKEN;
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
