/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.SampleNetworks;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Part PART = SampleParts.ZYNQ_7020;
    private static final QuantizedNetwork LENET = SampleNetworks.lenet();
    private static final QuantizedNetwork OTHER = SampleNetworks.lenet4();

    private static HardwarePlan plan(HardwareRequest request) {
        return new Planner().plan(LENET, request);
    }

    /** What it remembers of other parts, targets and networks is not mistaken for this one's. */
    @Slow
    @Test
    void aPlannerThatPlannedOthersBeforeMakesTheSamePlans() {
        Planner experienced = new Planner();
        for (Part part : List.of(PART, SampleParts.ZYNQ_ULTRASCALE_7EV, PART)) {
            for (int multipliers : new int[] {100, 50, 101}) {
                HardwareRequest request = new HardwareRequest(
                        part,
                        10,
                        OptionalDouble.empty(),
                        OptionalInt.of(multipliers),
                        OptionalLong.empty(),
                        Limits.NONE,
                        Map.of(),
                        1);
                assertThat(experienced.plan(LENET, request)).isEqualTo(new Planner().plan(LENET, request));
                assertThat(experienced.plan(OTHER, request)).isEqualTo(new Planner().plan(OTHER, request));
            }
        }
    }

    @Test
    void theDefaultNetworkIsFastOnAZynq7020() {
        HardwarePlan plan = plan(HardwareRequest.fastest(PART, 10));
        long macs = LENET.layers().stream().mapToLong(QuantizedLayer::macs).sum();

        assertThat(plan.intervalCycles()).isLessThanOrEqualTo(1_600);
        assertThat(plan.multipliers()).isLessThanOrEqualTo(200);
        assertThat((double) macs / plan.multipliers() / plan.intervalCycles())
                .as("share of the multipliers' cycles that do useful work")
                .isGreaterThanOrEqualTo(0.85);
        assertThat(plan.estimate().fits(plan.part().resources())).isTrue();
        assertThat(plan.layers()).extracting(LayerPlan::intervalCycles).allMatch(cycles -> cycles <= 1_536);
        assertThat(plan.streams()).hasSize(plan.processes().size() - 1);
    }

    @Test
    void fifosCostNoTime() {
        HardwarePlan plan = plan(SampleRequests.of(0, 200, 0));
        long slowest = plan.processes().stream()
                .mapToLong(DataflowProcess::intervalCycles)
                .max()
                .orElseThrow();

        assertThat(plan.intervalCycles()).isEqualTo(slowest);
        assertThat(plan.streams()).extracting(StreamPlan::depth).allMatch(depth -> depth >= 2);
    }

    @Test
    void speedIsBoughtWithAsLittleAsPossible() {
        HardwarePlan plan = plan(SampleRequests.of(10_000, 0, 0));

        assertThat(plan.imagesPerSecond()).isGreaterThanOrEqualTo(10_000);
        assertThat(plan.multipliers()).isLessThan(40);
    }

    @Test
    void latencyIsKept() {
        HardwarePlan plan = plan(SampleRequests.of(0, 0, 9_000));

        assertThat(plan.latencyCycles()).isLessThanOrEqualTo(9_000);
        assertThat(plan.multipliers()).isEqualTo(71);
    }

    @Test
    void multipliersAreALimitAndNotAWish() {
        HardwarePlan most = plan(SampleRequests.of(0, 2_000, 0));

        assertThat(most.intervalCycles())
                .isEqualTo(plan(HardwareRequest.fastest(PART, 10)).intervalCycles());
    }

    @Test
    void theDefaultNetworkIsPlannedAsEver() {
        HardwarePlan small = plan(HardwareRequest.fastest(PART, 10));
        HardwarePlan large = plan(HardwareRequest.fastest(SampleParts.ZYNQ_ULTRASCALE_7EV, 10));

        assertThat(List.of(small.intervalCycles(), small.latencyCycles(), (long) small.multipliers()))
                .containsExactly(1_549L, 4_736L, 196L);
        assertThat(List.of(large.intervalCycles(), large.latencyCycles(), (long) large.multipliers()))
                .containsExactly(790L, 2_475L, 392L);
        assertThat(small.streams()).extracting(StreamPlan::depth).containsExactly(2, 2, 2, 128, 32, 2, 64, 2, 64, 2);
    }

    @Test
    void tracesHaveThePlannedLength() {
        List<LayerHardware> hardware = HardwareOfLayer.all(LENET, PART.dspSlice());
        HardwareRequest request = HardwareRequest.fastest(PART, 10);
        List<Folding> foldings = FoldingOptions.of(LENET, hardware, request, FoldingOptions.Free.NOTHING).stream()
                .map(legal -> legal.get(legal.size() / 2))
                .toList();

        for (ProcessDraft draft :
                new PlanAssembly(LENET, hardware, request).graph(foldings).drafts()) {
            Trace trace = draft.trace().get();
            assertThat((long) trace.trips()).as(draft.name()).isEqualTo(draft.trips());
            assertThat(Stream.concat(trace.reads().stream(), trace.writes().stream()))
                    .as(draft.name())
                    .allMatch(trips -> trips.length() <= trace.trips());
        }
    }

    @Test
    void aFoldingOfTheUsersIsKept() {
        HardwarePlan plan = plan(HardwareRequest.fastest(PART, 10).withFoldings(Map.of("conv2", new Folding(2, 15))));

        assertThat(plan.layers().get(2).pe()).isEqualTo(2);
        assertThat(plan.layers().get(2).simd()).isEqualTo(15);
    }

    @Test
    void aPartThatHoldsNoDesignIsRefused() {
        HardwareRequest request = new HardwareRequest(
                new Part(PART.name(), PART.dspSlice(), new Resources(3_000, 106_400, 3, 280, 0)),
                10,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                Limits.NONE,
                Map.of(),
                1);

        assertThatThrownBy(() -> plan(request))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<part> (-Dmnist-hls.part)")
                .hasMessageContaining("lookup tables")
                .hasMessageContaining("more than the 2700 there are");
    }

    @Test
    void twoTargetsAreOneTooMany() {
        assertThatThrownBy(() -> SampleRequests.of(100, 20, 0))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("2 of them are given");
    }

    @Test
    void foldingsThatDoNotDivideAreRefused() {
        HardwareRequest short25 = HardwareRequest.fastest(PART, 10).withFoldings(Map.of("conv1", new Folding(4, 25)));
        HardwareRequest unknown = HardwareRequest.fastest(PART, 10).withFoldings(Map.of("conv9", new Folding(1, 1)));

        assertThatThrownBy(() -> plan(short25))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("pe must divide 6, simd must divide 25");
        assertThatThrownBy(() -> plan(unknown))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("no such layer")
                .hasMessageContaining("conv1");
    }

    @Test
    void windowsTooLargeForRegistersComeFromMemory() {
        FixedPointFormat format = FixedPointFormat.parse("ap_fixed<8,3,AP_RND,AP_SAT>");
        QuantizedNetwork wide = new SampleNetworks(1, new Shape(64, 8, 8), format, format, format)
                .conv("wide", 2, Window.square(5, 1), true)
                .dense("out", 2, false)
                .build();

        HardwarePlan plan = new Planner().plan(wide, HardwareRequest.fastest(PART, 10));

        assertThat(plan.processes())
                .extracting(process -> process.call().function())
                .contains("BufferedWindow")
                .doesNotContain("SlidingWindow");
        assertThat(plan.layers().get(0).simd()).isLessThanOrEqualTo(64);
        assertThatThrownBy(() -> new Planner()
                        .plan(
                                wide,
                                HardwareRequest.fastest(PART, 10).withFoldings(Map.of("wide", new Folding(1, 100)))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("simd must divide 64");
    }

    @Test
    void tooManyChannelsForAPoolingAreRefused() {
        FixedPointFormat format = FixedPointFormat.parse("ap_fixed<8,3,AP_RND,AP_SAT>");
        QuantizedNetwork deep = new SampleNetworks(1, new Shape(1, 4, 4), format, format, format)
                .conv("deep", 1_500, Window.square(1, 1), true)
                .maxPool("pool", Window.square(2, 2))
                .dense("out", 2, false)
                .build();

        assertThatThrownBy(() -> new Planner().plan(deep, HardwareRequest.fastest(PART, 10)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("layer 'pool'")
                .hasMessageContaining("476 too many");
    }

    @Test
    void productsTakeDspSlicesByTheirWidth() {
        DspSlice small = new DspSlice(25, 18);

        assertThat(small.slicesFor(16, 16)).isEqualTo(1);
        assertThat(small.slicesFor(25, 18)).isEqualTo(1);
        assertThat(small.slicesFor(26, 18)).isEqualTo(2);
        assertThat(new DspSlice(27, 18).slicesFor(18, 27)).isEqualTo(1);
        assertThat(small.slicesFor(32, 32)).isEqualTo(4);
    }
}
