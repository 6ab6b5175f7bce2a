/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.SampleNetworks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan says why layers are made of what they are, and keeps to all limits that are given. */
class ReasonsTest {
    private static final Limits NO_SLICE = new Limits(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.empty());

    private static QuantizedNetwork network(int bits) {
        FixedPointFormat format = FixedPointFormat.parse("ap_fixed<" + bits + ",2,AP_RND,AP_SAT>");
        return new SampleNetworks(3, new Shape(1, 9, 8), format, format, format)
                .conv("a", 4, Window.square(3, 1), true)
                .maxPool("b", Window.square(2, 2))
                .dense("c", 6, false)
                .build();
    }

    private static HardwarePlan plan(int bits, HardwareRequest request) {
        return new Planner().plan(network(bits), request);
    }

    private static List<String> reasons(HardwarePlan plan) {
        return plan.layers().stream().map(LayerPlan::reason).toList();
    }

    @Test
    void multipliersAreWhatIsTriedFirst() {
        assertThat(reasons(plan(8, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10))))
                .containsExactly("multipliers alone are enough", "", "multipliers alone are enough");
    }

    @Test
    void foldingsOfTheUserAreReasonEnough() {
        HardwareRequest request = HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)
                .withFoldings(Map.of("a", new Folding(4, 9, Implementation.LUT)));

        assertThat(reasons(plan(8, request)).get(0)).isEqualTo("as <foldings> says");
    }

    @Test
    void otherwiseItIsToldWhatElseWouldTake() {
        HardwarePlan plan =
                plan(8, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).within(NO_SLICE));

        assertThat(plan.estimate().dsp()).isZero();
        for (LayerPlan layer : List.of(plan.layers().get(0), plan.layers().get(2))) {
            assertThat(layer.reason())
                    .startsWith("fewest lookup tables in all; instead, in " + plan.intervalCycles() + " cycles: ")
                    .containsPattern("dsp [\\d,]+ LUT")
                    .doesNotContain("; " + layer.implementation().name().toLowerCase(Locale.ROOT) + " ");
        }
    }

    /** Each target with each limit: the limit is that of a plan without it, minus a little. */
    @ParameterizedTest
    @CsvSource({"1000000,0,0", "0,8,0", "0,0,200", "0,0,0"})
    void limitsHoldWithEachTarget(double imagesPerSecond, int multipliers, long latency) {
        Resources wide = plan(8, SampleRequests.of(imagesPerSecond, multipliers, latency))
                .estimate();
        List<Limits> all = List.of(
                new Limits(OptionalLong.of(wide.lut() - 50), OptionalLong.empty(), OptionalLong.empty()),
                new Limits(OptionalLong.empty(), OptionalLong.of(wide.dsp() / 2), OptionalLong.empty()),
                new Limits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(0)),
                new Limits(OptionalLong.of(wide.lut() + 3_000), OptionalLong.of(1), OptionalLong.of(0)));
        for (Limits limits : all) {
            HardwarePlan plan = plan(
                    8, SampleRequests.of(imagesPerSecond, multipliers, latency).within(limits));
            assertThat(plan.estimate().fits(limits.within(Resources.UNLIMITED)))
                    .as("%s within %s", plan.estimate(), limits)
                    .isTrue();
            assertThat(plan.imagesPerSecond()).isGreaterThanOrEqualTo(imagesPerSecond);
            assertThat(multipliers == 0 || plan.multipliers() <= multipliers).isTrue();
            assertThat(latency == 0 || plan.latencyCycles() <= latency).isTrue();
            assertThat(plan.proved()).isTrue();
        }
    }

    /** What is assumed of graphs that nobody has looked for is never more than they take. */
    @ParameterizedTest
    @CsvSource({"2", "3", "4", "6", "8", "12"})
    void graphsTakeAtLeastWhatIsAssumedBeforeTheyAreFound(int bits) {
        for (LayerHardware layer : HardwareOfLayer.all(network(bits), SampleParts.ZYNQ_7020.dspSlice())) {
            for (Folding folding : layer.foldings(Implementation.ADDERS)) {
                LayerDesign least = layer.atLeast(folding, List.of(1));
                LayerDesign exact = layer.design(folding, List.of(1));
                assertThat(least.resources().fits(exact.resources())).isTrue();
                assertThat(interval(least)).isLessThanOrEqualTo(interval(exact));
                assertThat(layer.isKnown(folding)).isTrue();
            }
        }
    }

    private static long interval(LayerDesign design) {
        return design.processes().stream()
                .mapToLong(ProcessDraft::intervalCycles)
                .max()
                .orElseThrow();
    }
}
