/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StillRunningTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch twice = new CountDownLatch(2);
    private final AtomicLong seconds = new AtomicLong();

    /** Tells after every millisecond. */
    private final class Quick implements Display {
        private final Display display;

        Quick(Display display) {
            this.display = display;
        }

        @Override
        public Duration period() {
            return Duration.ofMillis(1);
        }

        @Override
        public void show(double share, String text) {
            display.show(share, text);
        }

        @Override
        public void show(String text) {
            display.show(text);
            twice.countDown();
        }

        @Override
        public void clear() {
            display.clear();
        }
    }

    private void run(Display display) throws InterruptedException {
        boolean toldTwice = StillRunning.during(
                "planning",
                new Quick(display),
                () -> Duration.ofSeconds(10 * seconds.getAndIncrement()).toNanos(),
                () -> twice.await(20, TimeUnit.SECONDS));

        assertThat(toldTwice).isTrue();
    }

    @Test
    void aLineSaysHowLongItTookSoFarAndNoneComesAfterTheEnd() throws InterruptedException {
        run(new Lines(told::add));
        int lines = told.size();
        TimeUnit.MILLISECONDS.sleep(20);

        assertThat(told).hasSize(lines).startsWith("planning, 10 s so far", "planning, 20 s so far");
    }

    @Test
    void theLineOfATerminalIsErasedInTheEnd() throws InterruptedException {
        StringWriter terminal = new StringWriter();
        run(new Bar(new PrintWriter(terminal)));

        assertThat(terminal.toString())
                .startsWith("\rplanning, 10 s so far\u001b[K\rplanning, 20 s so far\u001b[K")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
    }

    @Test
    void whatIsShortSaysNothing() {
        assertThat(StillRunning.during("planning", new Lines(told::add), System::nanoTime, () -> 7))
                .isEqualTo(7);
        assertThat(told).isEmpty();
    }
}
