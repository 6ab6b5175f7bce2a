/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far a long task is: as a bar on a terminal, and elsewhere by nothing in its first ten seconds and a line every
 * ten. Safe for threads.
 */
public final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    static final Display LINES = new Lines(LOG::info);

    private static final double NANOS_PER_SECOND = 1e9;

    /** Of the build that runs in this class loader: what is computed deep below does not know its terminal. */
    private static volatile Display display = LINES;

    private final String unit;
    private final long total;
    private final LongSupplier clock;
    private final Display shownOn;
    private final long start;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong toldAt;

    Progress(String unit, long total, LongSupplier clock, Display shownOn) {
        this.unit = unit;
        this.total = total;
        this.clock = clock;
        this.shownOn = shownOn;
        this.start = clock.getAsLong();
        this.toldAt = new AtomicLong(start);
    }

    /**
     * A task that starts now.
     *
     * @param unit  what is counted, in the plural
     * @param total how many there are
     */
    public static Progress of(String unit, long total) {
        return new Progress(unit, total, System::nanoTime, display);
    }

    static Display display() {
        return display;
    }

    static void showAs(Display next) {
        display.clear();
        display = next;
    }

    /** So many more are done. */
    public void add(long more) {
        tell(done.addAndGet(more));
    }

    /** So many are done. */
    public void reached(long all) {
        done.set(all);
        tell(all);
    }

    private void tell(long now) {
        long time = clock.getAsLong();
        long last = toldAt.get();
        if (now >= total) {
            shownOn.clear();
        } else if (time - last >= shownOn.period().toNanos() && toldAt.compareAndSet(last, time)) {
            shownOn.show((double) now / total, line(now, (time - start) / NANOS_PER_SECOND));
        }
    }

    private String line(long now, double seconds) {
        String counted = String.format(Locale.ROOT, "%,d of %,d %s", now, total, unit);
        return now == 0
                ? String.format(Locale.ROOT, "%s, %.0f s so far", counted, seconds)
                : String.format(Locale.ROOT, "%s, %.0f s left", counted, Math.ceil(seconds * (total - now) / now));
    }
}
