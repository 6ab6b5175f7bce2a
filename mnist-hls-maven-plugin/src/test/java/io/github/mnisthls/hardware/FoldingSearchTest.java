/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.SampleNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against every combination of foldings there is. */
@Slow
class FoldingSearchTest {
    private static final FixedPointFormat FORMAT = FixedPointFormat.parse("ap_fixed<8,3,AP_RND,AP_SAT>");

    /** Instead of a chain, a network in which a value is taken twice. */
    private static final int WITH_SKIP = 6;

    /** What one combination costs. */
    private record Point(List<Folding> foldings, long interval, Expense expense, Load load) {
        long multipliers() {
            return expense.cost();
        }
    }

    private static QuantizedNetwork network(int seed) {
        if (seed == WITH_SKIP) {
            return SkipNetworks.small();
        }
        SampleNetworks builder = new SampleNetworks(seed, new Shape(1 + seed % 2, 6 + seed, 7), FORMAT, FORMAT, FORMAT);
        return switch (seed % 3) {
            case 0 ->
                builder.conv("a", 6, Window.square(3, 1), true)
                        .maxPool("b", Window.square(2, 2))
                        .dense("c", 4, false)
                        .build();
            case 1 ->
                builder.conv("a", 4, new Window(2, 3, 1, 2, Padding.of(1)), true)
                        .conv("b", 6, Window.square(2, 1), true)
                        .dense("c", 3, false)
                        .build();
            default ->
                builder.maxPool("a", Window.square(3, 1))
                        .conv("b", 4, Window.square(2, 2), true)
                        .averagePool("c", Window.square(2, 2))
                        .dense("d", 6, false)
                        .build();
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, WITH_SKIP})
    void noOtherCombinationIsBetter(int seed) {
        FoldingTable table = table(seed);
        List<Point> all = points(table);
        FoldingSearch search = new FoldingSearch(table);

        for (Load most : limits(all)) {
            for (long interval : search.intervals()) {
                Optional<Expense> least = all.stream()
                        .filter(point ->
                                point.interval() <= interval && point.load().fits(most))
                        .map(Point::expense)
                        .sorted()
                        .findFirst();
                assertThat(search.cheapest(interval, most).map(FoldingSearch.Choice::expense))
                        .as("%d cycles within %s", interval, most)
                        .isEqualTo(least);
            }
        }
        assertThat(search.intervals())
                .containsAll(all.stream().map(Point::interval).distinct().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void noOtherCombinationHasTheLatencyForLess(int seed) {
        FoldingTable table = table(seed);
        PlanAssembly assembly = assembly(table);
        List<Point> all = points(table);
        Map<Point, Long> latencies = new HashMap<>();
        all.forEach(point -> latencies.put(point, assembly.latency(point.foldings())));
        List<Long> sorted = latencies.values().stream().sorted().toList();
        List<Long> wishes = List.of(
                sorted.get(0) - 1,
                sorted.get(0),
                sorted.get(sorted.size() / 50),
                sorted.get(sorted.size() / 4),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1));

        for (Load most : limits(all)) {
            List<Point> fitting =
                    all.stream().filter(point -> point.load().fits(most)).toList();
            for (long wish : wishes) {
                long fewest = fitting.stream()
                        .filter(point -> latencies.get(point) <= wish)
                        .mapToLong(Point::multipliers)
                        .min()
                        .orElse(-1);
                Optional<LatencySearch.Found> found = new LatencySearch(table, most, wish).cheapest();
                assertThat(found.map(LatencySearch.Found::cost).orElse(-1L))
                        .as("multipliers for a latency of %d within %s", wish, most)
                        .isEqualTo(fewest);
                found.ifPresent(choice -> assertThat(assembly.latency(choice.foldings()))
                        .isEqualTo(choice.latencyCycles())
                        .isLessThanOrEqualTo(wish));
            }
            long shortest = fitting.stream().mapToLong(latencies::get).min().orElse(-1);
            assertThat(new LatencySearch(table, most, sorted.get(sorted.size() - 1))
                            .fastest()
                            .map(LatencySearch.Found::latencyCycles)
                            .orElse(-1L))
                    .as("shortest latency within %s", most)
                    .isEqualTo(shortest);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void latencyIsThatOfTheSimulationCycleByCycle(int seed) {
        FoldingTable table = table(seed);
        List<Point> all = points(table);

        for (int i = 0; i < all.size(); i += 1 + all.size() / 50) {
            List<Folding> foldings = all.get(i).foldings();
            ProcessGraph graph = assembly(table).graph(foldings);
            List<Arrivals.Step> steps =
                    graph.drafts().stream().map(Arrivals.Step::of).toList();
            FifoDepths fifos = new FifoDepths(graph);
            assertThat(Arrivals.ofPixels(steps.get(0)).end(steps.subList(1, steps.size()), 0))
                    .as(foldings.toString())
                    .isEqualTo(fifos.latency());
            for (int depth : new int[] {FifoDepths.ENDLESS, 2 + i % 7}) {
                int[] depths = new int[graph.links().size()];
                Arrays.fill(depths, depth);
                List<Long> ends = fifos.ends(depths);
                assertThat(ends).as(foldings.toString()).isEqualTo(CycleByCycle.run(graph, depths, ends.size()));
            }
        }
    }

    /** A part that is large enough for all, and some that are not. */
    private static List<Load> limits(List<Point> all) {
        List<Load> limits = new ArrayList<>(List.of(Load.UNLIMITED));
        for (int i = 0; i < all.size(); i += 1 + all.size() / 4) {
            limits.add(all.get(i).load());
        }
        List<Long> luts = all.stream()
                .map(point -> point.load().resources().lut())
                .sorted()
                .toList();
        limits.add(new Load(new Resources(luts.get(luts.size() / 8), 1_000_000, 1_000, 1_000, 0), 1_000));
        return limits;
    }

    private static FoldingTable table(int seed) {
        QuantizedNetwork network = network(seed);
        List<LayerHardware> hardware = HardwareOfLayer.all(network, SampleParts.ZYNQ_7020.dspSlice());
        return new FoldingTable(
                network,
                hardware,
                FoldingOptions.of(network, hardware, Map.of(), FoldingOptions.Free.NOTHING),
                PixelPort.of(network, 1),
                PlanGoal.MULTIPLIERS);
    }

    private static PlanAssembly assembly(FoldingTable table) {
        return new PlanAssembly(
                table.network(),
                HardwareOfLayer.all(table.network(), SampleParts.ZYNQ_7020.dspSlice()),
                HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10));
    }

    private static List<Point> points(FoldingTable table) {
        PlanAssembly assembly = assembly(table);
        List<LayerHardware> hardware = HardwareOfLayer.all(table.network(), SampleParts.ZYNQ_7020.dspSlice());
        return Combinations.of(FoldingOptions.of(table.network(), hardware, Map.of(), FoldingOptions.Free.NOTHING))
                .stream()
                .map(foldings -> point(table.network(), assembly, foldings))
                .toList();
    }

    private static Point point(QuantizedNetwork network, PlanAssembly assembly, List<Folding> foldings) {
        List<ProcessDraft> drafts = assembly.graph(foldings).drafts();
        long multipliers = 0;
        for (int i = 0; i < foldings.size(); i++) {
            if (network.layers().get(i).trained().isPresent()) {
                multipliers += foldings.get(i).multipliers();
            }
        }
        Resources resources = assembly.estimate(foldings);
        return new Point(
                foldings,
                drafts.stream().mapToLong(ProcessDraft::intervalCycles).max().orElseThrow(),
                new Expense(multipliers, trips(drafts), resources.lut()),
                new Load(resources, multipliers));
    }

    private static long trips(List<ProcessDraft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.layer().isPresent())
                .mapToLong(ProcessDraft::trips)
                .sum();
    }
}
