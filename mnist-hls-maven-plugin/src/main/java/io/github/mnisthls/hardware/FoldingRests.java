/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.ArrayList;
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

    /**
     * An option of a layer.
     *
     * @param sums of what it takes, as {@link Weights} has them
     */
    record Way(FoldingTable.Option option, Sums sums) {}

    /**
     * Of all combinations.
     *
     * @param expense the least
     * @param sums    each the least
     */
    record Rest(Expense expense, Sums sums) {}

    /** A rest, as more and more combinations are seen. */
    private static final class Least {
        private Expense expense;
        private Sums sums;

        void see(Way way, Rest rest) {
            Expense together = way.option().expense().plus(rest.expense());
            expense = expense == null || together.compareTo(expense) < 0 ? together : expense;
            sums = sums == null ? Sums.highest(rest.sums().size()) : sums;
            sums.lower(way.sums(), rest.sums());
        }

        Optional<Rest> rest() {
            return Optional.ofNullable(expense).map(seen -> new Rest(seen, sums));
        }
    }

    private final FoldingTable table;
    private final LiveValues live;
    private final long intervalCycles;
    private final Weights weights;
    private final boolean byLanes;
    private final List<Map<List<Integer>, Optional<Rest>>> known;
    private final List<Map<List<Integer>, List<Way>>> ways;

    /** @param intervalCycles options that take longer are left out */
    FoldingRests(FoldingTable table, LiveValues live, long intervalCycles, Weights weights) {
        this.table = table;
        this.live = live;
        this.intervalCycles = intervalCycles;
        this.weights = weights;
        this.byLanes = states(table, live) <= MAX_STATES;
        this.known = maps(table);
        this.ways = maps(table);
    }

    private static <T> List<Map<List<Integer>, T>> maps(FoldingTable table) {
        return Stream.generate(() -> (Map<List<Integer>, T>) new HashMap<List<Integer>, T>())
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

    /** Options of a layer that are fast enough, but for those that another one is no worse than in any way. */
    List<Way> ways(int layer, List<Integer> inLanes) {
        return ways.get(layer).computeIfAbsent(inLanes, lanes -> worthwhile(layer, lanes));
    }

    private List<Way> worthwhile(int layer, List<Integer> inLanes) {
        List<Way> kept = new ArrayList<>();
        table.options(layer, inLanes).stream()
                .filter(option -> option.intervalCycles() <= intervalCycles)
                .sorted((a, b) -> a.expense().compareTo(b.expense()))
                .forEach(option -> {
                    if (kept.stream().noneMatch(way -> option.isNoBetterThan(way.option()))) {
                        kept.add(new Way(option, weights.of(option.load())));
                    }
                });
        return List.copyOf(kept);
    }

    /** Behind the first layers; absent where no choice is fast enough. */
    Optional<Rest> behind(int layers, List<Integer> lanes) {
        if (layers == table.layers()) {
            return Optional.of(new Rest(Expense.NONE, weights.of(Load.NONE)));
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
        Least least = new Least();
        for (Way way : ways(layer, live.inputs(layer, lanes))) {
            behind(layer + 1, live.behind(layer, lanes, way.option().outLanes()))
                    .ifPresent(rest -> least.see(way, rest));
        }
        return least.rest();
    }

    private Optional<Rest> atLeast(int layer) {
        Least least = new Least();
        behind(layer + 1, List.of())
                .ifPresent(rest ->
                        table.lanes(layer).forEach(lanes -> ways(layer, lanes).forEach(way -> least.see(way, rest))));
        return least.rest();
    }
}
