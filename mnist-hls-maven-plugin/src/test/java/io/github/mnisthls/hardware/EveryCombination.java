/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brute force for searches: every choice of one folding for each layer, on a Zynq-7020. */
final class EveryCombination {
    /** What one of them costs. */
    record Point(List<Folding> foldings, long interval, Expense expense, Load load) {}

    private final FoldingTable table;
    private final PlanAssembly assembly;
    private final List<Point> points = new ArrayList<>();

    EveryCombination(QuantizedNetwork network, int pixelsPerBeat, FoldingOptions.Free free) {
        HardwareRequest request =
                HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withPixelsPerBeat(pixelsPerBeat);
        List<LayerHardware> hardware =
                HardwareOfLayer.all(network, request.part().dspSlice());
        List<List<Folding>> options = FoldingOptions.of(network, hardware, request, free);
        this.table = new FoldingTable(network, hardware, options, PixelPort.of(network, pixelsPerBeat), free.goal());
        this.assembly = new PlanAssembly(network, hardware, request);
        combinations(options).forEach(foldings -> points.add(point(foldings)));
    }

    FoldingTable table() {
        return table;
    }

    PlanAssembly assembly() {
        return assembly;
    }

    List<Point> points() {
        return points;
    }

    /** For every interval, on parts of several sizes. */
    void noneIsBetterThanWhatIsFound() {
        FoldingSearch search = new FoldingSearch(table);
        for (Load most : limits()) {
            for (long interval : search.intervals()) {
                Optional<Expense> least = points.stream()
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
                .containsAll(points.stream().map(Point::interval).distinct().toList());
        assertThat(search.isExact()).isTrue();
    }

    /** A part that is large enough for all, and some that are not. */
    List<Load> limits() {
        List<Load> limits = new ArrayList<>(List.of(Load.UNLIMITED));
        for (int i = 0; i < points.size(); i += 1 + points.size() / 4) {
            limits.add(points.get(i).load());
        }
        List<Long> luts = points.stream()
                .map(point -> point.load().resources().lut())
                .sorted()
                .toList();
        limits.add(new Load(new Resources(luts.get(luts.size() / 8), 1_000_000, 1_000, 1_000, 0), 1_000));
        return limits;
    }

    private static List<List<Folding>> combinations(List<List<Folding>> options) {
        List<List<Folding>> all = List.of(List.of());
        for (List<Folding> choices : options) {
            List<List<Folding>> longer = new ArrayList<>();
            for (List<Folding> start : all) {
                for (Folding choice : choices) {
                    List<Folding> next = new ArrayList<>(start);
                    next.add(choice);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
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
        long trips = drafts.stream()
                .filter(draft -> draft.layer().isPresent())
                .mapToLong(ProcessDraft::trips)
                .sum();
        long cost = table.goal() == PlanGoal.MULTIPLIERS ? multipliers : resources.lut();
        return new Point(
                foldings,
                drafts.stream().mapToLong(ProcessDraft::intervalCycles).max().orElseThrow(),
                new Expense(cost, trips, resources.lut()),
                new Load(resources, multipliers));
    }
}
