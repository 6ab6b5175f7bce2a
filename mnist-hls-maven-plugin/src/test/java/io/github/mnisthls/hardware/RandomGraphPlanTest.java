/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RandomGraphs;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs of every kind of layer. */
@Slow
class RandomGraphPlanTest {
    private static final int GRAPHS = 60;

    static IntStream seeds() {
        return IntStream.range(0, GRAPHS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyGraphHasAPlanThatRuns(int seed) {
        QuantizedNetwork network = RandomGraphs.create(seed);

        HardwarePlan plan = new Planner().plan(network, HardwareRequest.fastest(SampleParts.VIRTEX_13P, 10));

        assertThat(plan.proved()).isTrue();
        assertThat(plan.intervalCycles())
                .isEqualTo(plan.processes().stream()
                        .mapToLong(DataflowProcess::intervalCycles)
                        .max()
                        .orElseThrow());
        assertThat(new HashSet<>(plan.streams().stream().map(StreamPlan::name).toList()))
                .hasSameSizeAs(plan.streams());
        for (int i = 0; i < plan.streams().size(); i++) {
            StreamPlan stream = plan.streams().get(i);
            assertThat(stream.writer()).isLessThan(stream.reader());
            assertThat(plan.processes().get(stream.writer()).outputs()).contains(i);
            assertThat(plan.processes().get(stream.reader()).inputs()).contains(i);
        }
        long copies = plan.processes().stream()
                .filter(process -> process.call().function().equals("Duplicate"))
                .count();
        assertThat(copies)
                .isEqualTo(IntStream.range(0, network.nodes().size())
                        .map(value -> network.readers(value).size() - 1)
                        .sum());
    }

    /** With any foldings the words that are written are those that are read, and time is that of each cycle by itself. */
    @ParameterizedTest
    @MethodSource("seeds")
    void wordsAndTimesAgree(int seed) {
        ProcessGraph graph = graph(seed);
        List<Trace> traces =
                graph.drafts().stream().map(draft -> draft.trace().get()).toList();
        for (ProcessGraph.Link link : graph.links()) {
            assertThat(traces.get(link.reader()).reads().get(link.input()).cardinality())
                    .as(link.name())
                    .isEqualTo(traces.get(link.writer())
                            .writes()
                            .get(link.output())
                            .cardinality());
        }
        FifoDepths fifos = new FifoDepths(graph);
        int[] endless = new int[graph.links().size()];
        Arrays.fill(endless, FifoDepths.ENDLESS);
        for (int[] depths : List.of(endless, fifos.smallest(new int[endless.length]))) {
            List<Long> ends = fifos.ends(depths);
            assertThat(ends).isEqualTo(CycleByCycle.run(graph, depths, ends.size()));
            assertThat(ends.get(0)).isEqualTo(fifos.latency());
        }
    }

    /** Who waits and who is blocked, cycle by cycle, and how full FIFOs become. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void activityIsThatOfTheSimulationCycleByCycle(int seed) {
        ProcessGraph graph = graph(seed);
        FifoDepths fifos = new FifoDepths(graph);
        int[] depths = fifos.smallest(new int[graph.links().size()]);
        Dataflow dataflow = fifos.dataflow(depths);

        CycleByCycle.Watched watched =
                CycleByCycle.watch(graph, depths, 4 + Math.toIntExact(fifos.latency() / fifos.interval()));
        assertThat(dataflow.processes().stream().map(Dataflow.Activity::waiting).toList())
                .isEqualTo(watched.waiting());
        assertThat(dataflow.processes().stream().map(Dataflow.Activity::blocked).toList())
                .isEqualTo(watched.blocked());
        assertThat(dataflow.fills()).isEqualTo(watched.fullest());
        assertThat(IntStream.range(0, depths.length))
                .allMatch(i -> dataflow.fills().get(i) <= depths[i]);
    }

    private static ProcessGraph graph(int seed) {
        QuantizedNetwork network = RandomGraphs.create(seed);
        List<LayerHardware> hardware = HardwareOfLayer.all(network, SampleParts.VIRTEX_13P.dspSlice());
        Random random = new Random(seed);
        HardwareRequest request = HardwareRequest.fastest(SampleParts.VIRTEX_13P, 10);
        List<Folding> foldings = FoldingOptions.of(network, hardware, request, FoldingOptions.Free.WINDOWS).stream()
                .map(legal -> legal.get(random.nextInt(legal.size())))
                .toList();
        Shape image = network.input().shape();
        int pixels = network.input().tables().size() == 1 ? 1 + random.nextInt(image.width() * image.channels()) : 1;
        return new PlanAssembly(network, hardware, request.withPixelsPerBeat(pixels)).graph(foldings);
    }
}
