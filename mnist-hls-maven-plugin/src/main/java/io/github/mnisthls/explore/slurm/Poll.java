/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

/** When the scheduler is asked: often while things happen, more and more seldom while nothing does. */
public final class Poll {
    private static final double SLOWER = 1.5;
    private static final double MOST = 15;

    /** Waits; of tests it may not. */
    @FunctionalInterface
    public interface Pause {
        void sleep(long millis) throws InterruptedException;
    }

    private final Pause pause;
    private final long shortestMillis;
    private double factor = 1;
    private long count;

    Poll(int seconds, Pause pause) {
        this.pause = pause;
        this.shortestMillis = seconds * 1000L;
    }

    void await() throws InterruptedException {
        pause.sleep((long) (shortestMillis * factor));
        factor = Math.min(MOST, factor * SLOWER);
        count++;
    }

    void somethingHappened() {
        factor = 1;
    }

    /** How often the scheduler was asked. */
    long count() {
        return count;
    }
}
