/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.reporting.Metrics.CsimMetrics;
import io.github.mnisthls.reporting.Metrics.SynthesisMetrics;
import io.github.mnisthls.reporting.StepResult.Status;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private static final BudgetVerdict KEPT = new BudgetVerdict(List.of(), List.of());

    @Test
    void whatDidNotRunIsSkipped() {
        assertThat(Verdicts.of(metrics(null, null), KEPT))
                .extracting(StepResult::status)
                .containsExactly(Status.SKIPPED, Status.SKIPPED);
    }

    @Test
    void equalLogitsPassWithTheirCount() {
        StepResult csim = Verdicts.of(metrics(csim(0), null), KEPT).get(0);

        assertThat(csim.status()).isEqualTo(Status.PASSED);
        assertThat(csim.details()).isEqualTo("100 logits compared, 0 differing, g++ 12");
        assertThat(csim.duration()).hasMillis(2500);
    }

    @Test
    void aDifferingLogitFails() {
        StepResult csim = Verdicts.of(metrics(csim(1), null), KEPT).get(0);

        assertThat(csim.status()).isEqualTo(Status.FAILED);
        assertThat(csim.message()).contains("1 differing");
    }

    @Test
    void namesTheToolThatSynthesized() {
        SynthesisMetrics tool = new SynthesisMetrics("vitis_hls", "2023.1", 7.3, 4800L, 1600L, 1L, 2L, 3L, 4L, 0L);

        StepResult synthesis = Verdicts.of(metrics(null, tool), KEPT).get(1);

        assertThat(synthesis.status()).isEqualTo(Status.PASSED);
        assertThat(synthesis.details()).contains("vitis_hls 2023.1");
    }

    @Test
    void missedLimitsFailAndUncheckedOnesAreSkipped() {
        BudgetVerdict verdict = new BudgetVerdict(
                List.of(new BudgetMiss("dsp", "DSP is 300")), List.of("lut: no tool has synthesized the design"));

        assertThat(Verdicts.of(metrics(null, null), verdict))
                .filteredOn(result -> result.group().equals("mnist-hls.budget"))
                .extracting(StepResult::name, StepResult::status, StepResult::message)
                .containsExactly(
                        Tuple.tuple("dsp", Status.FAILED, "DSP is 300"),
                        Tuple.tuple("lut", Status.SKIPPED, "lut: no tool has synthesized the design"));
    }

    private static Metrics metrics(CsimMetrics csim, SynthesisMetrics synthesis) {
        return new Metrics(Metrics.SCHEMA, null, null, null, null, csim, null, synthesis);
    }

    private static CsimMetrics csim(long differing) {
        return new CsimMetrics("g++ 12", 10, 100, differing, 10, 1.5);
    }
}
