/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lines of the build's log, which stay.
 *
 * @param log takes them
 */
record Lines(Consumer<String> log) implements Display {
    @Override
    public Duration period() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void show(double share, String text) {
        log.accept(text);
    }

    @Override
    public void show(String text) {
        log.accept(text);
    }

    @Override
    public void clear() {
        // What was logged stays.
    }
}
