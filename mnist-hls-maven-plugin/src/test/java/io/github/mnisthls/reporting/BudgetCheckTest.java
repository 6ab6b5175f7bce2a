/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.reporting.Metrics.AccuracyMetrics;
import io.github.mnisthls.reporting.Metrics.CsimMetrics;
import io.github.mnisthls.reporting.Metrics.HardwareMetrics;
import io.github.mnisthls.reporting.Metrics.LayerMetrics;
import io.github.mnisthls.reporting.Metrics.SynthesisMetrics;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.ModuleReport;
import io.github.mnisthls.toolchain.ReportedResources;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetCheckTest {
    private static final AccuracyMetrics ACCURACY = new AccuracyMetrics(
            OptionalDouble.of(0.9950),
            OptionalDouble.of(0.9950),
            OptionalDouble.of(0.9948),
            OptionalDouble.of(0.9948),
            OptionalDouble.of(1.0),
            OptionalInt.of(5));
    private static final CsimMetrics CSIM =
            new CsimMetrics("g++", 10_000, 100_000, 0, OptionalDouble.of(3000.0), OptionalDouble.of(10.0));
    private static final HardwareMetrics PLAN = new HardwareMetrics(
            "xc7z020clg400-1",
            10,
            1536,
            5000,
            190,
            Optional.empty(),
            List.of(
                    new LayerMetrics("conv1", 1, 25, 1400, 25, 2400, 36),
                    new LayerMetrics("conv2", 4, 25, 1536, 100, 38_400, 38)));
    private static final SynthesisMetrics TOOL = new SynthesisMetrics(
            "vitis_hls",
            "2023.1",
            OptionalDouble.of(7.3),
            OptionalLong.of(5100),
            OptionalLong.of(1600),
            OptionalLong.of(20_000),
            OptionalLong.of(15_000),
            OptionalLong.of(190),
            OptionalLong.of(40),
            OptionalLong.of(0));
    private static final Metrics MEASURED = metrics(ACCURACY, CSIM, PLAN, TOOL);
    private static final Metrics ESTIMATED = metrics(ACCURACY, CSIM, PLAN, null);

    private static Metrics metrics(
            AccuracyMetrics accuracy, CsimMetrics csim, HardwareMetrics hardware, SynthesisMetrics synthesis) {
        return new Metrics(
                Metrics.SCHEMA,
                Optional.empty(),
                Optional.ofNullable(accuracy),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(csim),
                Optional.ofNullable(hardware),
                Optional.ofNullable(synthesis),
                Optional.empty(),
                Optional.empty());
    }

    private static ModuleReport module(String name, long interval, long dsp, double clock) {
        OptionalLong none = OptionalLong.empty();
        return new ModuleReport(
                name,
                OptionalLong.of(2 * interval),
                OptionalLong.of(interval),
                OptionalDouble.of(clock),
                new ReportedResources(none, OptionalLong.of(dsp), none, OptionalLong.of(100 * dsp), none),
                List.of());
    }

    private static Optional<CsynthReport> report() {
        OptionalLong none = OptionalLong.empty();
        ReportedResources unknown = new ReportedResources(none, none, none, none, none);
        return Optional.of(new CsynthReport(
                "2023.1",
                "xc7z020clg400-1",
                "top",
                10,
                2.7,
                7.3,
                "dataflow",
                none,
                none,
                none,
                none,
                unknown,
                unknown,
                List.of(),
                List.of(module("conv1", 1400, 25, 7.3), module("conv2", 1599, 100, 6.9))));
    }

    private static Budget cycles(long interval, long latency) {
        return new Budget(
                true,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.of(interval),
                OptionalLong.of(latency),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    private static Budget resources(long lut, long dsp, long bram, double clock) {
        return new Budget(
                true,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(lut),
                OptionalLong.of(dsp),
                OptionalLong.of(bram),
                OptionalDouble.of(clock));
    }

    private static Budget accuracy(double minimum, double drop) {
        return new Budget(
                true,
                OptionalDouble.of(minimum),
                OptionalDouble.of(drop),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    private static List<String> misses(Budget budget, Metrics metrics, Optional<CsynthReport> report) {
        return BudgetCheck.check(budget, metrics, report).misses().stream()
                .map(BudgetMiss::text)
                .toList();
    }

    @Test
    void figuresAtTheirLimitsPass() {
        assertThat(misses(cycles(1600, 5100), MEASURED, report())).isEmpty();
        assertThat(misses(resources(20_000, 190, 40, 7.3), MEASURED, report())).isEmpty();
        assertThat(misses(accuracy(0.9948, 0.00021), MEASURED, report())).isEmpty();
    }

    @Test
    void aMissNamesFigureLimitToolAndModule() {
        assertThat(misses(cycles(1599, 5099), MEASURED, report()))
                .containsExactly(
                        "intervalCycles is 1600 (vitis_hls 2023.1), but <budget><intervalCycles> allows 1599; the"
                                + " largest interval is that of module conv2, 1599. Raise the parallelism or the limit.",
                        "latencyCycles is 5100 (vitis_hls 2023.1), but <budget><latencyCycles> allows 5099; the"
                                + " largest latency is that of module conv2, 3198. Raise the parallelism or the limit.");
    }

    @Test
    void withoutAToolTheEstimateCountsAndTheLayerIsNamed() {
        assertThat(misses(cycles(1500, 6000), ESTIMATED, Optional.empty()))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "intervalCycles is 1536 (estimate)",
                                "the slowest layer of the plan is conv2, 1536 cycles"));
    }

    @Test
    void resourcesAndClockAreTheToolsOnly() {
        assertThat(misses(resources(19_999, 189, 39, 7.2), MEASURED, report()))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text)
                        .contains("DSP is 190", "allows 189", "the largest DSP is that of module conv2, 100"))
                .anySatisfy(text -> assertThat(text)
                        .contains("the clock period is 7.300 ns", "allows 7.200 ns", "module conv1, 7.300 ns"));
        BudgetVerdict unmeasured = BudgetCheck.check(resources(1, 1, 1, 1), ESTIMATED, Optional.empty());
        assertThat(unmeasured.misses()).isEmpty();
        assertThat(unmeasured.unchecked())
                .hasSize(4)
                .allSatisfy(text -> assertThat(text).endsWith("no tool has synthesized the design"));
    }

    @Test
    void anUndefinedLatencyIsNoSuccess() {
        SynthesisMetrics undefined = new SynthesisMetrics(
                "vitis_hls",
                "2023.1",
                OptionalDouble.of(7.3),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(1),
                OptionalLong.of(1),
                OptionalLong.of(1),
                OptionalLong.of(1),
                OptionalLong.empty());

        BudgetVerdict verdict =
                BudgetCheck.check(cycles(1, 1), metrics(ACCURACY, CSIM, null, undefined), Optional.empty());

        assertThat(verdict.misses()).isEmpty();
        assertThat(verdict.unchecked()).hasSize(2);
    }

    private static Metrics lost(double quantized) {
        return metrics(
                new AccuracyMetrics(
                        OptionalDouble.of(0.9380),
                        OptionalDouble.of(0.9380),
                        OptionalDouble.of(quantized),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.of(8390)),
                CSIM,
                PLAN,
                TOOL);
    }

    @Test
    void aLostNetworkNeedsLeave() {
        assertThat(misses(Budget.none(), lost(0.0990), report()))
                .singleElement()
                .asString()
                .contains("from 93.80 % (float32) to 9.90 %", "<largestAccuracyDrop>", "at most 5.000 pass");
        assertThat(misses(Budget.none(), lost(0.8881), report())).isEmpty();
        assertThat(misses(accuracy(0, 0.9), lost(0.0990), report())).isEmpty();
    }

    @Test
    void equalAccuraciesCanHideFlips() {
        OptionalDouble none = OptionalDouble.empty();
        OptionalLong any = OptionalLong.empty();
        Budget four = new Budget(true, none, none, OptionalLong.of(4), any, any, any, any, any, none);
        Budget five = new Budget(true, none, none, OptionalLong.of(5), any, any, any, any, any, none);

        assertThat(misses(four, MEASURED, report()))
                .singleElement()
                .asString()
                .contains("5 test images have a different class", "<largestFlips> allows 4");
        assertThat(misses(five, MEASURED, report())).isEmpty();
        assertThat(BudgetCheck.check(four, metrics(null, CSIM, PLAN, TOOL), report())
                        .unchecked())
                .anyMatch(line -> line.startsWith("largestFlips: "));
    }

    @Test
    void accuracyIsThatOfTheWorstStageAfterQuantization() {
        Metrics worse = metrics(
                new AccuracyMetrics(
                        OptionalDouble.of(0.9950),
                        OptionalDouble.of(0.9950),
                        OptionalDouble.of(0.9948),
                        OptionalDouble.of(0.9900),
                        OptionalDouble.empty(),
                        OptionalInt.empty()),
                CSIM,
                PLAN,
                TOOL);

        assertThat(misses(accuracy(0.9910, 0.0003), worse, report()))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("99.00 %", "<minimumAccuracy>", "99.10 %"))
                .anySatisfy(text -> assertThat(text).contains("by 0.500 points", "allows 0.030"));
    }

    @Test
    void aSingleDifferingLogitIsAMiss() {
        Metrics differing = metrics(
                ACCURACY,
                new CsimMetrics("g++", 10_000, 100_000, 1, OptionalDouble.of(3000.0), OptionalDouble.of(10.0)),
                PLAN,
                TOOL);

        assertThat(misses(Budget.none(), differing, report()))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("1 of 100000 logits"));
        assertThat(BudgetCheck.check(Budget.none(), metrics(null, null, null, null), Optional.empty())
                        .unchecked())
                .containsExactly("bitExact: C simulation did not run");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, 99.1, Double.NaN})
    void refusesAccuraciesThatAreNoFractions(double value) {
        assertThatThrownBy(() -> accuracy(value, 0))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("Write 0.991 for 99.1 percent");
    }

    @Test
    void refusesLimitsThatNothingCanMeet() {
        assertThatThrownBy(() -> cycles(0, 1)).hasMessageContaining("<budget><intervalCycles>");
        assertThatThrownBy(() -> resources(0, -1, 0, 1)).hasMessageContaining("<budget><dsp>");
        assertThatThrownBy(() -> resources(0, 0, 0, 0)).hasMessageContaining("<budget><clockPeriodNs>");
    }
}
