/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads HDF5 that may be damaged. It is a file system with trees, heaps and pointers back, and its reader believes them: what
 * ends in an exception, in too deep a recursion or not at all is a damaged file.
 */
final class GuardedReading {
    /** Real files take a tenth of a second. */
    private static final int SECONDS = 4;

    private GuardedReading() {}

    static <T> T run(Path file, Supplier<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading::get);
        Thread thread = new Thread(task, "hdf5");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw damaged(file, "reading it takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + file, e);
        } catch (ExecutionException e) {
            throw damaged(file, reason(e.getCause()), e);
        }
    }

    private static String reason(Throwable cause) {
        if (cause instanceof NotReadable known) {
            return known.problem();
        }
        // The library's own words tell of its insides.
        return "it is not a complete HDF5 file";
    }

    private static RuntimeException damaged(Path file, String problem, Exception cause) {
        RuntimeException refused = KerasFile.refused(file, problem, "Save or copy the model again.");
        refused.initCause(cause);
        return refused;
    }
}
