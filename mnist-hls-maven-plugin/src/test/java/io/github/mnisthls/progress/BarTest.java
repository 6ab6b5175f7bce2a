/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {
    private static final String ERASE = "\u001b[K";

    private final StringWriter terminal = new StringWriter();
    private long millis;

    private Progress progress(long total) {
        return new Progress(
                "images", total, () -> Duration.ofMillis(millis).toNanos(), new Bar(new PrintWriter(terminal)));
    }

    @Test
    void oneLineIsWrittenAgainAndErasedInTheEnd() {
        Progress progress = progress(1_000);
        for (millis = 100; millis <= 1_000; millis += 100) {
            progress.add(100);
        }

        assertThat(terminal.toString())
                .isEqualTo("\r[#########---------------------] 300 of 1,000 images, 1 s left" + ERASE
                        + "\r[##################------------] 600 of 1,000 images, 1 s left" + ERASE
                        + "\r[###########################---] 900 of 1,000 images, 1 s left" + ERASE
                        + "\r" + ERASE)
                .doesNotContain("\n");
    }

    @Test
    void whatIsShortLeavesTheTerminalAlone() {
        Progress progress = progress(2);
        millis = 200;
        progress.add(1);
        progress.add(1);

        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void aLineOfATerminalHoldsIt() {
        Progress progress = progress(10_000_000);
        millis = 999_999;
        progress.reached(9_999);

        assertThat(terminal.toString().replace(ERASE, "").length()).isLessThan(80);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"xterm-256color, true", "dumb, false", "'', false", "null, false"},
            nullValues = "null")
    void someTerminalsCannotErase(String term, boolean can) {
        assertThat(Terminal.canErase(term)).isEqualTo(can);
    }
}
