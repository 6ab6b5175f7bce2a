/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.reporting.Metrics.CsimMetrics;
import io.github.mnisthls.reporting.StepResult.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private static final BudgetVerdict KEPT = new BudgetVerdict(List.of(), List.of());

    @Test
    void whatDidNotRunIsSkipped() {
        assertThat(Verdicts.of(metrics(null), KEPT))
                .extracting(StepResult::status)
                .containsExactly(Status.SKIPPED);
    }

    @Test
    void equalLogitsPassWithTheirCount() {
        StepResult csim = Verdicts.of(metrics(csim(0)), KEPT).get(0);

        assertThat(csim.status()).isEqualTo(Status.PASSED);
        assertThat(csim.details()).isEqualTo("100 logits compared, 0 differing, g++ 12");
        assertThat(csim.duration()).hasMillis(2500);
    }

    @Test
    void aDifferingLogitFails() {
        StepResult csim = Verdicts.of(metrics(csim(1)), KEPT).get(0);

        assertThat(csim.status()).isEqualTo(Status.FAILED);
        assertThat(csim.message()).contains("1 differing");
    }

    @Test
    void theVendorsToolIsNamedAndItsTimeIsNotMadeUp() {
        StepResult csim = Verdicts.of(
                        metrics(new CsimMetrics(
                                "vitis_hls 2023.1", 10, 100, 0, OptionalDouble.empty(), OptionalDouble.empty())),
                        KEPT)
                .get(0);

        assertThat(csim.status()).isEqualTo(Status.PASSED);
        assertThat(csim.details()).isEqualTo("100 logits compared, 0 differing, vitis_hls 2023.1");
        assertThat(csim.duration()).isZero();
    }

    @Test
    void missedLimitsFailAndUncheckedOnesAreSkipped() {
        BudgetVerdict verdict = new BudgetVerdict(
                List.of(new BudgetMiss("dsp", "DSP is 300")), List.of("lut: no tool has synthesized the design"));

        assertThat(Verdicts.of(metrics(null), verdict))
                .filteredOn(result -> result.group().equals("mnist-hls.budget"))
                .extracting(StepResult::name, StepResult::status, StepResult::message)
                .containsExactly(
                        Tuple.tuple("dsp", Status.FAILED, "DSP is 300"),
                        Tuple.tuple("lut", Status.SKIPPED, "lut: no tool has synthesized the design"));
    }

    private static Metrics metrics(CsimMetrics csim) {
        return new Metrics(
                Metrics.SCHEMA,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(csim),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CsimMetrics csim(long differing) {
        return new CsimMetrics("g++ 12", 10, 100, differing, OptionalDouble.of(10.0), OptionalDouble.of(1.5));
    }
}
