/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.SampleNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against every combination of foldings there is. */
class FoldingSearchTest {
    private static final FixedPointFormat FORMAT = FixedPointFormat.parse("ap_fixed<8,3,AP_RND,AP_SAT>");

    /** What one combination costs. */
    private record Point(long interval, long multipliers) {}

    private static QuantizedNetwork network(int seed) {
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
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void noOtherCombinationIsBetter(int seed) {
        QuantizedNetwork network = network(seed);
        List<List<Folding>> options = FoldingOptions.of(network, Map.of());
        List<Point> all = combinations(options).stream()
                .map(foldings -> point(network, foldings))
                .distinct()
                .toList();
        FoldingSearch search = new FoldingSearch(network, options);

        for (long interval : search.intervals()) {
            long fewest = all.stream()
                    .filter(point -> point.interval() <= interval)
                    .mapToLong(Point::multipliers)
                    .min()
                    .orElse(-1);
            assertThat(search.cheapest(interval)
                            .map(FoldingSearch.Choice::multipliers)
                            .orElse(-1L))
                    .as("multipliers for %d cycles", interval)
                    .isEqualTo(fewest);
        }
        assertThat(search.intervals())
                .containsAll(all.stream().map(Point::interval).distinct().toList());
    }

    private static Point point(QuantizedNetwork network, List<Folding> foldings) {
        long interval = ProcessChain.of(network, foldings).stream()
                .mapToLong(DataflowProcess::intervalCycles)
                .max()
                .orElseThrow();
        long multipliers = 0;
        for (int i = 0; i < foldings.size(); i++) {
            if (LayerShape.of(network.layers().get(i)).affine().isPresent()) {
                multipliers += foldings.get(i).multipliers();
            }
        }
        return new Point(interval, multipliers);
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
}
