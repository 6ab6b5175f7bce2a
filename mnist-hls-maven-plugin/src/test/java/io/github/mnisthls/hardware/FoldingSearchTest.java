/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.EveryCombination.Point;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.SampleNetworks;
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

    private static EveryCombination combinations(int seed) {
        return new EveryCombination(network(seed), 1, FoldingOptions.Free.NOTHING);
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
        combinations(seed).noneIsBetterThanWhatIsFound();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void noOtherCombinationHasTheLatencyForLess(int seed) {
        EveryCombination combinations = combinations(seed);
        FoldingTable table = combinations.table();
        PlanAssembly assembly = combinations.assembly();
        List<Point> all = combinations.points();
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

        for (Load most : combinations.limits()) {
            List<Point> fitting =
                    all.stream().filter(point -> point.load().fits(most)).toList();
            for (long wish : wishes) {
                long fewest = fitting.stream()
                        .filter(point -> latencies.get(point) <= wish)
                        .mapToLong(point -> point.expense().cost())
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
        EveryCombination combinations = combinations(seed);
        List<Point> all = combinations.points();

        for (int i = 0; i < all.size(); i += 1 + all.size() / 50) {
            List<Folding> foldings = all.get(i).foldings();
            ProcessGraph graph = combinations.assembly().graph(foldings);
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
}
