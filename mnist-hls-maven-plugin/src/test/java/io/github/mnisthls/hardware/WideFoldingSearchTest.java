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
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search over neighboring windows, too, against every combination of foldings there is. */
@Slow
class WideFoldingSearchTest {
    private static final FixedPointFormat FORMAT = FixedPointFormat.parse("ap_fixed<4,2,AP_RND,AP_SAT>");

    private static EveryCombination combinations(int seed, int pixelsPerBeat) {
        return new EveryCombination(network(seed), pixelsPerBeat, FoldingOptions.Free.WINDOWS);
    }

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

    @ParameterizedTest
    @CsvSource({"0,4", "0,8", "1,2", "1,3", "2,8"})
    void noOtherCombinationIsBetter(int seed, int pixelsPerBeat) {
        combinations(seed, pixelsPerBeat).noneIsBetterThanWhatIsFound();
    }

    @ParameterizedTest
    @CsvSource({"0,8", "1,2", "2,4"})
    void noOtherCombinationHasTheLatencyForLess(int seed, int pixelsPerBeat) {
        EveryCombination combinations = combinations(seed, pixelsPerBeat);
        List<Point> all = combinations.points();
        List<Long> latencies = all.stream()
                .map(point -> combinations.assembly().latency(point.foldings()))
                .toList();
        List<Long> sorted = latencies.stream().sorted().toList();

        for (long wish : List.of(sorted.get(0) - 1, sorted.get(0), sorted.get(sorted.size() / 3))) {
            long least = -1;
            for (int i = 0; i < all.size(); i++) {
                long cost = all.get(i).expense().cost();
                if (latencies.get(i) <= wish && (least < 0 || cost < least)) {
                    least = cost;
                }
            }
            assertThat(new LatencySearch(combinations.table(), Load.UNLIMITED, wish)
                            .cheapest()
                            .map(LatencySearch.Found::cost)
                            .orElse(-1L))
                    .as("lookup tables for a latency of %d", wish)
                    .isEqualTo(least);
        }
    }
}
