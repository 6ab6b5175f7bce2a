/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the cheapest foldings for an interval within a part. It extends the choice for the first layers that promises
 * most: what the layers behind it cost at least is known, so that the first complete choice is the best there is.
 */
final class FoldingSearch {
    /** Choices that are looked at before the search gives up. */
    private static final int MAX_STEPS = 300_000;

    /**
     * A choice for all layers.
     *
     * @param multipliers products per cycle: the fewest win
     * @param cycles      sum over all processes, which the latency follows: of equal multipliers the fewest win
     */
    record Choice(List<Folding> foldings, long multipliers, long cycles) {}

    /** What the layers behind a place cost at least: the best pair of multipliers and cycles, each resource alone. */
    private record Rest(long multipliers, long cycles, Resources resources) {}

    /** A choice for the first layers. */
    private record Start(
            Start before,
            Folding folding,
            int layers,
            int lanes,
            long multipliers,
            long cycles,
            Resources resources,
            Rest rest) {
        static final Comparator<Start> BEST_FIRST = Comparator.<Start>comparingLong(
                        start -> start.multipliers + start.rest.multipliers)
                .thenComparingLong(start -> start.cycles + start.rest.cycles)
                .thenComparing(Start::layers, Comparator.reverseOrder())
                .thenComparingLong(start -> start.resources.lut());

        boolean isNoBetterThan(Start other) {
            boolean isCheaper =
                    other.multipliers < multipliers || (other.multipliers == multipliers && other.cycles <= cycles);
            return isCheaper && other.resources.fits(resources);
        }

        Choice choice() {
            ArrayDeque<Folding> foldings = new ArrayDeque<>();
            for (Start start = this; start.folding != null; start = start.before) {
                foldings.addFirst(start.folding);
            }
            return new Choice(List.copyOf(foldings), multipliers, cycles);
        }
    }

    private final FoldingTable table;

    FoldingSearch(FoldingTable table) {
        this.table = table;
    }

    /** All intervals that some plan can have, ascending. */
    List<Long> intervals() {
        TreeSet<Long> all = new TreeSet<>();
        all.add(table.portCycles());
        for (int layer = 0; layer < table.layers(); layer++) {
            for (int lanes : table.lanes(layer)) {
                table.options(layer, lanes).forEach(option -> all.add(option.intervalCycles()));
            }
        }
        return List.copyOf(all.tailSet(table.portCycles()));
    }

    /** The choice with the fewest multipliers whose interval is at most this long and that takes no more than this. */
    Optional<Choice> cheapest(long intervalCycles, Resources most) {
        Map<Integer, Map<Integer, Rest>> rests = rests(intervalCycles);
        Rest all = rests.get(0).get(PortProcesses.LANES);
        if (intervalCycles < table.portCycles()
                || all == null
                || !all.resources().fits(most)) {
            return Optional.empty();
        }
        PriorityQueue<Start> open = new PriorityQueue<>(Start.BEST_FIRST);
        open.add(new Start(null, null, 0, PortProcesses.LANES, 0, 0, Resources.NONE, all));
        Map<List<Integer>, List<Start>> seen = new HashMap<>();
        for (int step = 0; step < MAX_STEPS && !open.isEmpty(); step++) {
            Start start = open.remove();
            if (start.layers() == table.layers()) {
                return Optional.of(start.choice());
            }
            List<Start> equals =
                    seen.computeIfAbsent(List.of(start.layers(), start.lanes()), place -> new ArrayList<>());
            if (equals.stream().noneMatch(start::isNoBetterThan)) {
                equals.add(start);
                extend(start, intervalCycles, most, rests, open);
            }
        }
        return Optional.empty();
    }

    private void extend(
            Start start,
            long intervalCycles,
            Resources most,
            Map<Integer, Map<Integer, Rest>> rests,
            PriorityQueue<Start> open) {
        for (FoldingTable.Option option : table.options(start.layers(), start.lanes())) {
            Rest rest = rests.get(start.layers() + 1).get(option.outLanes());
            if (option.intervalCycles() <= intervalCycles && rest != null) {
                Start longer = new Start(
                        start,
                        option.folding(),
                        start.layers() + 1,
                        option.outLanes(),
                        start.multipliers() + option.multipliers(),
                        start.cycles() + option.cycles(),
                        start.resources().plus(option.resources()),
                        rest);
                if (longer.resources().plus(rest.resources()).fits(most)) {
                    open.add(longer);
                }
            }
        }
    }

    /** By layer and lanes that reach it; absent where no choice is fast enough. */
    private Map<Integer, Map<Integer, Rest>> rests(long intervalCycles) {
        Map<Integer, Map<Integer, Rest>> rests = new TreeMap<>();
        Map<Integer, Rest> behind = new TreeMap<>();
        int last = table.layers() - 1;
        for (int lanes : table.lanes(last)) {
            table.options(last, lanes).forEach(option -> behind.put(option.outLanes(), new Rest(0, 0, Resources.NONE)));
        }
        rests.put(table.layers(), behind);
        for (int layer = last; layer >= 0; layer--) {
            Map<Integer, Rest> row = new TreeMap<>();
            for (int lanes : table.lanes(layer)) {
                for (FoldingTable.Option option : table.options(layer, lanes)) {
                    Rest rest = rests.get(layer + 1).get(option.outLanes());
                    if (rest != null && option.intervalCycles() <= intervalCycles) {
                        row.merge(lanes, with(option, rest), FoldingSearch::lowest);
                    }
                }
            }
            rests.put(layer, row);
        }
        return rests;
    }

    private static Rest with(FoldingTable.Option option, Rest rest) {
        return new Rest(
                option.multipliers() + rest.multipliers(),
                option.cycles() + rest.cycles(),
                option.resources().plus(rest.resources()));
    }

    private static Rest lowest(Rest a, Rest b) {
        boolean isA =
                a.multipliers() < b.multipliers() || (a.multipliers() == b.multipliers() && a.cycles() <= b.cycles());
        Rest cheaper = isA ? a : b;
        return new Rest(cheaper.multipliers(), cheaper.cycles(), a.resources().lowest(b.resources()));
    }
}
