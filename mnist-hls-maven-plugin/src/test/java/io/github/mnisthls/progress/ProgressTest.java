/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final List<String> lines = new ArrayList<>();
    private long seconds;

    private Progress progress(long total) {
        return new Progress("images", total, () -> Duration.ofSeconds(seconds).toNanos(), new Lines(lines::add));
    }

    @Test
    void aLineEveryTenSecondsWithTheTimeLeft() {
        Progress progress = progress(10_000);
        for (seconds = 1; seconds <= 39; seconds++) {
            progress.add(250);
        }

        assertThat(lines)
                .containsExactly(
                        "2,500 of 10,000 images, 30 s left",
                        "5,000 of 10,000 images, 20 s left",
                        "7,500 of 10,000 images, 10 s left");
    }

    @Test
    void whatIsShortOrDoneSaysNothing() {
        Progress progress = progress(100);
        seconds = 9;
        progress.reached(50);
        seconds = 30;
        progress.reached(100);

        assertThat(lines).isEmpty();
    }

    @Test
    void whatHasNotBegunHasNoTimeLeft() {
        Progress progress = progress(100);
        seconds = 12;
        progress.reached(0);

        assertThat(lines).containsExactly("0 of 100 images, 12 s so far");
    }
}
