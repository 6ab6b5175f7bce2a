/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells that a task is still running whose end nobody can tell, as often as {@link Progress} tells something. */
public final class StillRunning {
    private static final double NANOS_PER_SECOND = 1e9;

    private final String name;
    private final Display display;
    private final LongSupplier clock;
    private final long start;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    private StillRunning(String name, Display display, LongSupplier clock) {
        this.name = name;
        this.display = display;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.thread = new Thread(this::tell, "progress of " + name);
        this.thread.setDaemon(true);
    }

    /** What a task gives; {@code X} is what it may throw. */
    @FunctionalInterface
    public interface Task<T, X extends Exception> {
        T run() throws X;
    }

    /**
     * Runs a task.
     *
     * @param name what is done, as the beginning of a line
     */
    public static <T, X extends Exception> T during(String name, Task<T, X> task) throws X {
        return during(name, Progress.display(), System::nanoTime, task);
    }

    static <T, X extends Exception> T during(String name, Display display, LongSupplier clock, Task<T, X> task)
            throws X {
        StillRunning running = new StillRunning(name, display, clock);
        running.thread.start();
        try {
            return task.run();
        } finally {
            running.end();
        }
    }

    private void tell() {
        try {
            while (!ended.await(display.period().toNanos(), TimeUnit.NANOSECONDS)) {
                display.show(String.format(
                        Locale.ROOT, "%s, %.0f s so far", name, (clock.getAsLong() - start) / NANOS_PER_SECOND));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is told from now on. */
    private void end() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        display.clear();
    }
}
