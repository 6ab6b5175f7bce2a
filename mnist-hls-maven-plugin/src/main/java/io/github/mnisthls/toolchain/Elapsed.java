/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.time.Duration;
import java.util.Locale;

/** Wall time, for people. */
public final class Elapsed {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double MILLIS_PER_SECOND = 1000.0;

    private Elapsed() {}

    /** Such as {@code 3.4 s} or {@code 12 min 05 s}. */
    public static String text(Duration duration) {
        if (duration.toSeconds() < SECONDS_PER_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS_PER_SECOND);
        }
        return String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
}
