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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search over neighboring windows, too, against every combination of foldings there is. */
@Slow
class WideFoldingSearchTest {
    private static final FixedPointFormat FORMAT = FixedPointFormat.parse("ap_fixed<4,2,AP_RND,AP_SAT>");

    /** What one combination costs. */
    private record Point(List<Folding> foldings, long interval, Expense expense, Load load) {}

    private final List<LayerHardware> hardware = new ArrayList<>();
    private FoldingTable table;
    private PlanAssembly assembly;

    private static QuantizedNetwork network(int seed) {
        SampleNetworks builder = new SampleNetworks(seed, new Shape(1, 7, 8), FORMAT, FORMAT, FORMAT);
        return switch (seed) {
            case 0 ->
                builder.conv("a", 2, Window.square(3, 1), true)
                        .maxPool("b", Window.square(2, 2))
                        .conv("c", 2, Window.square(2, 1), true)
                        .dense("d", 3, false)
                        .build();
            case 1 ->
                builder.conv("a", 2, new Window(2, 3, 1, 1, Padding.of(1)), true)
                        .conv("b", 2, Window.square(2, 2), true)
                        .dense("c", 2, false)
                        .build();
            default ->
                builder.averagePool("a", Window.square(2, 2))
                        .conv("b", 3, Window.square(2, 1), true)
                        .dense("c", 2, false)
                        .build();
        };
    }

    private void plan(int seed, int pixelsPerBeat) {
        QuantizedNetwork network = network(seed);
        hardware.addAll(HardwareOfLayer.all(network, SampleParts.ZYNQ_7020.dspSlice()));
        table = new FoldingTable(
                network,
                hardware,
                FoldingOptions.of(network, hardware, Map.of(), FoldingOptions.Free.WINDOWS),
                PixelPort.of(network, pixelsPerBeat),
                PlanGoal.LUTS);
        assembly = new PlanAssembly(
                network,
                hardware,
                HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withPixelsPerBeat(pixelsPerBeat));
    }

    @ParameterizedTest
    @CsvSource({"0,4", "0,8", "1,2", "1,3", "2,8"})
    void noOtherCombinationIsBetter(int seed, int pixelsPerBeat) {
        plan(seed, pixelsPerBeat);
        List<Point> all = points();
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
        assertThat(search.isExact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,8", "1,2", "2,4"})
    void noOtherCombinationHasTheLatencyForLess(int seed, int pixelsPerBeat) {
        plan(seed, pixelsPerBeat);
        List<Point> all = points();
        List<Long> latencies =
                all.stream().map(point -> assembly.latency(point.foldings())).toList();
        List<Long> sorted = latencies.stream().sorted().toList();

        for (long wish : List.of(sorted.get(0) - 1, sorted.get(0), sorted.get(sorted.size() / 3))) {
            long least = -1;
            for (int i = 0; i < all.size(); i++) {
                long cost = all.get(i).expense().cost();
                if (latencies.get(i) <= wish && (least < 0 || cost < least)) {
                    least = cost;
                }
            }
            assertThat(new LatencySearch(table, Load.UNLIMITED, wish)
                            .cheapest()
                            .map(LatencySearch.Found::cost)
                            .orElse(-1L))
                    .as("lookup tables for a latency of %d", wish)
                    .isEqualTo(least);
        }
    }

    private static List<Load> limits(List<Point> all) {
        List<Load> limits = new ArrayList<>(List.of(Load.UNLIMITED));
        for (int i = 0; i < all.size(); i += 1 + all.size() / 5) {
            limits.add(all.get(i).load());
        }
        return limits;
    }

    private List<Point> points() {
        return Combinations.of(FoldingOptions.of(table.network(), hardware, Map.of(), FoldingOptions.Free.WINDOWS))
                .stream()
                .map(this::point)
                .toList();
    }

    private Point point(List<Folding> foldings) {
        List<ProcessDraft> drafts = assembly.graph(foldings).drafts();
        long multipliers = 0;
        for (int layer = 0; layer < foldings.size(); layer++) {
            if (table.network().layers().get(layer).trained().isPresent()) {
                multipliers += foldings.get(layer).multipliers();
            }
        }
        Resources resources = assembly.estimate(foldings);
        long cycles = drafts.stream()
                .filter(draft -> draft.layer().isPresent())
                .mapToLong(ProcessDraft::trips)
                .sum();
        return new Point(
                foldings,
                drafts.stream().mapToLong(ProcessDraft::intervalCycles).max().orElseThrow(),
                new Expense(resources.lut(), cycles, resources.lut()),
                new Load(resources, multipliers));
    }
}
