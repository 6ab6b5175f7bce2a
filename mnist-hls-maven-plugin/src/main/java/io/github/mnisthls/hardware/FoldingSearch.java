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
     * @param expense the least wins
     */
    record Choice(List<Folding> foldings, Expense expense) {
        long multipliers() {
            return expense.multipliers();
        }
    }

    /**
     * A choice for the first layers.
     *
     * @param promise no complete choice that starts so is cheaper
     */
    private record Start(
            Start before,
            Folding folding,
            int layers,
            List<Integer> lanes,
            Expense expense,
            Expense promise,
            Resources resources,
            FoldingRests.Rest rest) {
        static final Comparator<Start> BEST_FIRST = Comparator.comparing(Start::promise)
                .thenComparing(Start::layers, Comparator.reverseOrder())
                .thenComparingLong(start -> start.resources.lut());

        static final Comparator<Start> DEEPEST_FIRST =
                Comparator.comparing(Start::layers, Comparator.reverseOrder()).thenComparing(BEST_FIRST);

        boolean isNoBetterThan(Start other) {
            return other.expense.compareTo(expense) <= 0 && other.resources.fits(resources);
        }

        Start extended(FoldingTable.Option option, List<Integer> sent, FoldingRests.Rest behind) {
            Expense longer = expense.plus(option.expense());
            return new Start(
                    this,
                    option.folding(),
                    layers + 1,
                    sent,
                    longer,
                    longer.plus(behind.expense()),
                    resources.plus(option.resources()),
                    behind);
        }

        /** Choices of the same place can be compared. */
        List<Integer> place() {
            return Stream.concat(Stream.of(layers), lanes.stream()).toList();
        }

        Choice choice() {
            ArrayDeque<Folding> foldings = new ArrayDeque<>();
            for (Start start = this; start.folding != null; start = start.before) {
                foldings.addFirst(start.folding);
            }
            return new Choice(List.copyOf(foldings), expense);
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

    /** The choice with the fewest multipliers whose interval is at most this long and that takes no more than this. */
    Optional<Choice> cheapest(long intervalCycles, Resources most) {
        FoldingRests rests = new FoldingRests(table, live, intervalCycles);
        Optional<FoldingRests.Rest> all = rests.behind(0, live.start());
        if (intervalCycles < table.portCycles()
                || all.isEmpty()
                || !all.get().resources().fits(most)) {
            return Optional.empty();
        }
        Queue queue = new Queue(rests, intervalCycles, most);
        queue.open.add(
                new Start(null, null, 0, live.start(), Expense.NONE, all.get().expense(), Resources.NONE, all.get()));
        Optional<Choice> best = queue.first();
        if (best.isPresent() || queue.open.isEmpty()) {
            return best;
        }
        exact = false;
        return queue.deepestFirst().first();
    }

    /** Choices for the first layers that are still to be extended. */
    private final class Queue {
        private final FoldingRests rests;
        private final long intervalCycles;
        private final Resources most;
        private final PriorityQueue<Start> open;
        private final Map<List<Integer>, List<Start>> seen = new HashMap<>();

        Queue(FoldingRests rests, long intervalCycles, Resources most) {
            this(rests, intervalCycles, most, new PriorityQueue<>(Start.BEST_FIRST));
        }

        private Queue(FoldingRests rests, long intervalCycles, Resources most, PriorityQueue<Start> open) {
            this.rests = rests;
            this.intervalCycles = intervalCycles;
            this.most = most;
            this.open = open;
        }

        /** The same, in the order in which some complete choice comes soon. */
        Queue deepestFirst() {
            PriorityQueue<Start> deepest = new PriorityQueue<>(Start.DEEPEST_FIRST);
            deepest.addAll(open);
            return new Queue(rests, intervalCycles, most, deepest);
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
            for (FoldingTable.Option option : table.options(layer, live.inputs(layer, start.lanes()))) {
                if (option.intervalCycles() > intervalCycles) {
                    continue;
                }
                List<Integer> lanes = live.behind(layer, start.lanes(), option.outLanes());
                rests.behind(layer + 1, lanes)
                        .map(rest -> start.extended(option, lanes, rest))
                        .filter(longer -> longer.resources()
                                .plus(longer.rest().resources())
                                .fits(most))
                        .ifPresent(open::add);
            }
        }
    }
}
