/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.toolchain.SynthesisStep;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveViewTest {
    private final RecordingListener listener = new RecordingListener();
    private Duration now = Duration.ZERO;
    private final LiveView view =
            new LiveView(SynthesisStep.CSYNTH, new ToolLog("all logits agree"), listener, () -> now);

    @Test
    void showsStagesOnceAndOrdinaryLinesNever() {
        view.line("INFO: [HLS 200-10] Analyzing design file 'src/top.cpp' ...");
        now = Duration.ofSeconds(7);
        view.line("INFO: [HLS 200-10] Analyzing design file 'src/more.cpp' ...");
        view.line("INFO: [HLS 200-111] Finished");
        view.line("INFO: [SCHED 204-11] Starting scheduling ...");

        assertThat(listener.progress)
                .containsExactly(
                        "csynth: reading the C++, 0.0 s, 0 warnings, 0 errors",
                        "csynth: scheduling, 7.0 s, 0 warnings, 0 errors");
    }

    @Test
    void givesASignOfLifeBefore30SecondsOfSilenceHavePassed() {
        for (int second = 2; second <= 100; second += 2) {
            now = Duration.ofSeconds(second);
            view.waiting(now);
        }

        assertThat(listener.progress)
                .containsExactly(
                        "csynth: starting, 26.0 s, 0 warnings, 0 errors",
                        "csynth: starting, 52.0 s, 0 warnings, 0 errors",
                        "csynth: starting, 1 min 18 s, 0 warnings, 0 errors");
    }

    @Test
    void showsTheFirstWarningsAndErrorsAndCountsTheRest() {
        for (int i = 0; i < 30; i++) {
            view.line("WARNING: [HLS 200-1] number " + i);
            view.line("ERROR: [HLS 200-2] number " + i);
        }
        now = Duration.ofSeconds(40);
        view.waiting(now);

        assertThat(listener.warnings).hasSize(20).contains("WARNING: [HLS 200-1] number 19");
        assertThat(listener.errors).hasSize(20);
        assertThat(listener.progress).containsExactly("csynth: starting, 40.0 s, 30 warnings, 30 errors");
    }
}
