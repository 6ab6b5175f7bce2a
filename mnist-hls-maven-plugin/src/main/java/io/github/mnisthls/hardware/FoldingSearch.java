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
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the cheapest foldings for an interval within a part. It extends the choice for the first layers that promises
 * most: what the layers behind it cost at least is known, so that the first complete choice is the best there is. Where that
 * takes too long, the search goes on from the choices that it has to some complete one.
 */
final class FoldingSearch {
    /** Choices that are looked at before the search is content with some complete one, and again before it gives up. */
    private static final int MAX_STEPS = 300_000;

    /**
     * A choice for all layers.
     *
     * @param expense        the least wins
     * @param intervalCycles of the slowest of their processes
     */
    record Choice(List<Folding> foldings, Expense expense, long intervalCycles) {}

    /**
     * A choice for the first layers.
     *
     * @param promise no complete choice that starts so is cheaper
     * @param sums    of what it takes, as {@link Weights} has them
     */
    private record Start(
            Start before,
            FoldingTable.Option option,
            int layers,
            List<Integer> lanes,
            Expense expense,
            Expense promise,
            Sums sums) {
        static final Comparator<Start> BEST_FIRST =
                Comparator.comparing(Start::promise).thenComparing(Start::layers, Comparator.reverseOrder());

        static final Comparator<Start> DEEPEST_FIRST =
                Comparator.comparing(Start::layers, Comparator.reverseOrder()).thenComparing(BEST_FIRST);

        boolean isNoBetterThan(Start other) {
            return other.expense.compareTo(expense) <= 0 && other.sums.areWithin(sums);
        }

        /** Choices of the same place can be compared. */
        List<Integer> place() {
            return Stream.concat(Stream.of(layers), lanes.stream()).toList();
        }

        Choice choice() {
            ArrayDeque<Folding> foldings = new ArrayDeque<>();
            long interval = 0;
            for (Start start = this; start.option != null; start = start.before) {
                foldings.addFirst(start.option.folding());
                interval = Math.max(interval, start.option.intervalCycles());
            }
            return new Choice(List.copyOf(foldings), expense, interval);
        }
    }

    private final FoldingTable table;
    private final LiveValues live;
    private boolean exact = true;

    FoldingSearch(FoldingTable table) {
        this.table = table;
        this.live = new LiveValues(table.network(), table.port().lanes());
    }

    /** All intervals that some plan can have, ascending. */
    List<Long> intervals() {
        TreeSet<Long> all = new TreeSet<>();
        all.add(table.portCycles());
        for (int layer = 0; layer < table.layers(); layer++) {
            table.options(layer).forEach(option -> all.add(option.intervalCycles()));
        }
        return List.copyOf(all.tailSet(table.portCycles()));
    }

    /** Whether all that was found is the best there is: no search took too long. */
    boolean isExact() {
        return exact;
    }

    /** The choice of the least expense whose interval is at most this long and that takes no more than this. */
    Optional<Choice> cheapest(long intervalCycles, Load most) {
        Optional<Choice> found = Optional.empty();
        if (intervalCycles >= table.portCycles()) {
            do {
                found = cheapestKnown(intervalCycles, most);
            } while (found.isPresent() && table.refine(found.get().foldings()));
        }
        return found;
    }

    private Optional<Choice> cheapestKnown(long intervalCycles, Load most) {
        Queue queue = new Queue(intervalCycles, most);
        Optional<Choice> best = queue.first();
        if (best.isPresent() || queue.open.isEmpty()) {
            return best;
        }
        exact = false;
        return queue.deepestFirst().first();
    }

    /** Choices for the first layers that are still to be extended. */
    private final class Queue {
        private final Weights weights;
        private final FoldingRests rests;
        private final PriorityQueue<Start> open;
        private final Map<List<Integer>, List<Start>> seen = new HashMap<>();

        Queue(long intervalCycles, Load most) {
            weights = new Weights(table.goal(), most);
            rests = new FoldingRests(table, live, intervalCycles, weights);
            open = new PriorityQueue<>(Start.BEST_FIRST);
            Load ends = table.ends();
            Expense expense =
                    new Expense(table.goal().cost(ends), 0, ends.resources().lut());
            offer(new Start(null, null, 0, live.start(), expense, expense, weights.of(ends)));
        }

        private Queue(Queue other) {
            weights = other.weights;
            rests = other.rests;
            open = new PriorityQueue<>(Start.DEEPEST_FIRST);
            open.addAll(other.open);
        }

        /** The same, in the order in which some complete choice comes soon. */
        Queue deepestFirst() {
            return new Queue(this);
        }

        /** The first complete choice that comes up. */
        Optional<Choice> first() {
            for (int step = 0; step < MAX_STEPS && !open.isEmpty(); step++) {
                Start start = open.remove();
                if (start.layers() == table.layers()) {
                    return Optional.of(start.choice());
                }
                List<Start> equals = seen.computeIfAbsent(start.place(), place -> new ArrayList<>());
                if (equals.stream().noneMatch(start::isNoBetterThan)) {
                    equals.add(start);
                    extend(start);
                }
            }
            return Optional.empty();
        }

        private void extend(Start start) {
            int layer = start.layers();
            for (FoldingRests.Way way : rests.ways(layer, live.inputs(layer, start.lanes()))) {
                FoldingTable.Option option = way.option();
                List<Integer> lanes = live.behind(layer, start.lanes(), option.outLanes());
                Expense expense = start.expense().plus(option.expense());
                offer(new Start(
                        start,
                        option,
                        layer + 1,
                        lanes,
                        expense,
                        expense,
                        start.sums().plus(way.sums())));
            }
        }

        /** Puts a choice among the others if some complete one may come of it. */
        private void offer(Start start) {
            rests.behind(start.layers(), start.lanes()).ifPresent(rest -> {
                Sums least = start.sums().plus(rest.sums());
                if (weights.fit(least)) {
                    Expense promise = start.expense().plus(rest.expense()).costing(weights.leastCost(least));
                    open.add(new Start(
                            start.before(),
                            start.option(),
                            start.layers(),
                            start.lanes(),
                            start.expense(),
                            promise,
                            start.sums()));
                }
            });
        }
    }
}
