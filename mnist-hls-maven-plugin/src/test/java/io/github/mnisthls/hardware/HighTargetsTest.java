/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.SampleNetworks;
import io.github.mnisthls.settings.InvalidSettingException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Targets beyond what multipliers alone reach. */
@Slow
@Thorough
class HighTargetsTest {
    private static final Part PART = SampleParts.ZYNQ_7020;
    private static final Limits NO_SLICE = new Limits(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.empty());
    private static final QuantizedNetwork LENET = SampleNetworks.lenet();

    private static HardwarePlan plan(HardwareRequest request) {
        return new Planner().plan(LENET, request);
    }

    @Test
    void impossibleWishesAreRefusedWithTheNearestPlan() {
        assertThatThrownBy(() -> plan(SampleRequests.of(1e6, 0, 0)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<targetImagesPerSecond>")
                .hasMessageContaining("leaves 100 cycles per image")
                .hasMessageContaining("Ask for at most 9");
        assertThatThrownBy(() -> plan(SampleRequests.of(0, 3, 0)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("the smallest design that fits xc7z020clg400-1 needs 4, which is 1 more")
                .hasMessageContaining("Allow at least 4");
        assertThatThrownBy(() -> plan(SampleRequests.of(0, 0, 100)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(
                        "the shortest latency found for a design that fits xc7z020clg400-1 is 1768 cycles, 1668 more")
                .hasMessageContaining("most of its resources go to layer 'conv2'")
                .hasMessageContaining("Allow at least 1768");
        assertThatThrownBy(() -> plan(SampleRequests.of(100_000, 0, 0)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("more than the 198 there are")
                .hasMessageContaining("DSP slices")
                .hasMessageContaining("most of it goes to layer 'conv2'")
                .hasMessageContaining("The nearest design that fits has 186 multipliers and takes 1039 cycles");
    }

    /** Multipliers alone take 1,549 cycles at best. */
    @Test
    void aSpeedThatMultipliersDoNotReachIsReachedWithAdders() {
        HardwarePlan plan = plan(SampleRequests.of(90_000, 0, 0));

        assertThat(plan.imagesPerSecond()).isGreaterThanOrEqualTo(90_000);
        assertThat(plan.layers()).extracting(LayerPlan::implementation).contains(Implementation.ADDERS);
        assertThat(plan.estimate().fits(PART.resources().percent(PlanSearch.USABLE_PERCENT)))
                .isTrue();
        assertThat(plan(SampleRequests.of(60_000, 0, 0)).layers())
                .extracting(LayerPlan::implementation)
                .containsOnly(Implementation.DSP);
    }

    /** Four bits, eight pixels at a time: whatever is asked, several windows are computed together. */
    @Test
    void severalWindowsAreChosenForSpeedAndForATarget() {
        QuantizedNetwork network = SampleNetworks.lenet4();
        HardwareRequest wide = HardwareRequest.fastest(PART, 10).withPixelsPerBeat(8);
        HardwarePlan fastest = Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> new Planner().plan(network, wide.within(NO_SLICE)));

        assertThat(fastest.proved()).isTrue();
        assertThat(fastest.intervalCycles()).isLessThanOrEqualTo(112);
        assertThat(fastest.latencyCycles()).isLessThanOrEqualTo(500);
        assertThat(fastest.estimate().dsp()).isZero();
        assertThat(fastest.estimate().fits(PART.resources().percent(80))).isTrue();
        assertThat(fastest.layers().get(0).windows()).isGreaterThan(1);

        HardwarePlan half = new Planner().plan(network, target(400_000, wide));
        assertThat(half.imagesPerSecond()).isGreaterThanOrEqualTo(400_000);
        assertThat(half.layers().get(0).windows()).isGreaterThan(1);
        assertThat(half.estimate().lut()).isLessThan(fastest.estimate().lut());
    }

    private static HardwareRequest target(double imagesPerSecond, HardwareRequest other) {
        return new HardwareRequest(
                other.part(),
                other.clockPeriodNs(),
                OptionalDouble.of(imagesPerSecond),
                OptionalInt.empty(),
                OptionalLong.empty(),
                other.limits(),
                other.foldings(),
                other.pixelsPerBeat());
    }
}
