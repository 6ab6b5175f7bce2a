/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Slow;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a value needs that waits for a longer path beside it. */
@Slow
class SkipConnectionTest {
    private static final int WIDTH = 24;

    /**
     * Words that the sum has not taken when the first word of the long path leaves it. A process that waits for a word keeps
     * those in its pipeline, so that words have to come behind those that are needed: the matrix, 10 deep, wants 11 windows
     * for its first result; the 11th lies in the image's first row around the pixel of number 10, and leaves the window
     * process, which is 3 deep and sends it while the next pixel comes in, with the fourth pixel behind that. Its lower
     * right pixel is in the second row, one to the right of its center.
     */
    private static final int NEEDED = WIDTH + (10 + 1) + 1 + 4;

    private static final QuantizedNetwork NETWORK = SkipNetworks.ofOneChannel(9, WIDTH);

    private static ProcessGraph graph() {
        List<LayerHardware> hardware = HardwareOfLayer.all(NETWORK, SampleParts.ZYNQ_7020.dspSlice());
        List<Folding> foldings = List.of(new Folding(1, 1), new Folding(1, 9), LayerHardware.FOLLOWING);
        return new PlanAssembly(NETWORK, hardware, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)).graph(foldings);
    }

    private static int skip(ProcessGraph graph) {
        return IntStream.range(0, graph.links().size())
                .filter(link -> graph.links().get(link).name().equals("a_out_copy2"))
                .findFirst()
                .orElseThrow();
    }

    private static long run(int depthOfSkip) {
        ProcessGraph graph = graph();
        int[] depths = new int[graph.links().size()];
        Arrays.fill(depths, 2);
        depths[skip(graph)] = depthOfSkip;
        return new FifoDepths(graph).ends(depths).get(0);
    }

    @Test
    void aStarvedSkipConnectionStandsStillAndTheMessageNamesWhoWaits() {
        assertThat(run(NEEDED)).isPositive();
        assertThatThrownBy(() -> run(NEEDED - 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the dataflow stands still")
                .hasMessageContaining("a_fork1 waits for room in a_out_copy2")
                .hasMessageContaining("sum_out waits for a word of b_out");
    }

    @Test
    void theDepthIsTheNextPowerOfTwo() {
        ProcessGraph graph = graph();

        int[] depths = new FifoDepths(graph).smallest(new int[graph.links().size()]);

        assertThat(depths[skip(graph)]).isEqualTo(64).isGreaterThanOrEqualTo(NEEDED);
        assertThat(depths[skip(graph)] / 2).isLessThan(NEEDED);
    }

    @Test
    void aResNetIsPlannedSoon() {
        HardwarePlan plan = Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> new Planner().plan(SkipNetworks.resNet(), HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)));

        assertThat(plan.proved()).isTrue();
        assertThat(plan.estimate().fits(plan.part().resources())).isTrue();
        assertThat(plan.intervalCycles())
                .isEqualTo(plan.processes().stream()
                        .mapToLong(DataflowProcess::intervalCycles)
                        .max()
                        .orElseThrow());
    }

    @Test
    void latencyIsKeptButNotProvedToBeCheapest() {
        HardwarePlan fastest =
                new Planner().plan(SkipNetworks.small(), HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10));
        long wish = 2 * fastest.latencyCycles();
        HardwarePlan plan = new Planner()
                .plan(
                        SkipNetworks.small(),
                        new HardwareRequest(
                                SampleParts.ZYNQ_7020,
                                10,
                                OptionalDouble.empty(),
                                OptionalInt.empty(),
                                OptionalLong.of(wish),
                                Limits.NONE,
                                Map.of(),
                                1));

        assertThat(plan.latencyCycles()).isLessThanOrEqualTo(wish);
        assertThat(plan.multipliers()).isLessThan(fastest.multipliers());
        assertThat(plan.proved()).isFalse();
    }
}
