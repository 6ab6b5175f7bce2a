/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the layers behind a place cost at least, by the lanes of the values that are live there. */
final class FoldingRests {
    /** Where there would be more bounds, there is one per place, whatever the lanes are. */
    static final long MAX_STATES = 20_000;

    /** The least expense, each resource alone. */
    record Rest(Expense expense, Resources resources) {
        private static final Rest NONE = new Rest(Expense.NONE, Resources.NONE);

        Rest with(FoldingTable.Option option) {
            return new Rest(option.expense().plus(expense), option.resources().plus(resources));
        }

        static Rest lowest(Rest a, Rest b) {
            return new Rest(
                    a.expense.compareTo(b.expense) <= 0 ? a.expense : b.expense, a.resources.lowest(b.resources));
        }
    }

    private final FoldingTable table;
    private final LiveValues live;
    private final long intervalCycles;
    private final boolean byLanes;
    private final List<Map<List<Integer>, Optional<Rest>>> known;

    /** @param intervalCycles options that take longer are left out */
    FoldingRests(FoldingTable table, LiveValues live, long intervalCycles) {
        this.table = table;
        this.live = live;
        this.intervalCycles = intervalCycles;
        this.byLanes = states(table, live) <= MAX_STATES;
        this.known = Stream.generate(
                        () -> (Map<List<Integer>, Optional<Rest>>) new HashMap<List<Integer>, Optional<Rest>>())
                .limit(table.layers() + 1L)
                .toList();
    }

    /** Combinations of lanes, over all places, at most. */
    private static long states(FoldingTable table, LiveValues live) {
        return IntStream.range(0, table.layers())
                .mapToLong(layer -> live.values(layer).stream()
                        .mapToLong(table::variants)
                        .reduce(1, (a, b) -> Math.min(a * b, MAX_STATES + 1)))
                .sum();
    }

    /** Behind the first layers; absent where no choice is fast enough. */
    Optional<Rest> behind(int layers, List<Integer> lanes) {
        if (layers == table.layers()) {
            return Optional.of(Rest.NONE);
        }
        List<Integer> key = byLanes ? lanes : List.of();
        Optional<Rest> rest = known.get(layers).get(key);
        if (rest == null) {
            rest = byLanes ? exactly(layers, lanes) : atLeast(layers);
            known.get(layers).put(key, rest);
        }
        return rest;
    }

    private Optional<Rest> exactly(int layer, List<Integer> lanes) {
        return table.options(layer, live.inputs(layer, lanes)).stream()
                .filter(option -> option.intervalCycles() <= intervalCycles)
                .flatMap(option -> behind(layer + 1, live.behind(layer, lanes, option.outLanes())).stream()
                        .map(rest -> rest.with(option)))
                .reduce(Rest::lowest);
    }

    private Optional<Rest> atLeast(int layer) {
        return behind(layer + 1, List.of())
                .flatMap(rest -> table.options(layer)
                        .filter(option -> option.intervalCycles() <= intervalCycles)
                        .map(rest::with)
                        .reduce(Rest::lowest));
    }
}
