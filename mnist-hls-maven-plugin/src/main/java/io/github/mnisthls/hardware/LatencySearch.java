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

/**
 * Finds foldings by the latency of one image. When the words of an image leave a layer follows exactly from when they
 * reach it; what the layers behind it need at least is known from {@link LatencyBounds}. The search extends the choice for
 * the first layers that promises most, so that the first complete choice is the best there is.
 */
final class LatencySearch {
    /** Choices that are looked at before the search gives up. */
    private static final int MAX_STEPS = 100_000;

    /** Foldings and what they come to. */
    record Found(List<Folding> foldings, long cost, long latencyCycles) {}

    /**
     * A choice for the first layers.
     *
     * @param arrivals cycles in which words leave them; absent until it is worth working them out
     * @param first    cycle of the first of them, or a bound below it
     * @param last     cycle of the last of them, or a bound below it; of a complete choice, the latency
     * @param promise  no complete choice that starts so is better
     */
    private record Start(
            Start before,
            FoldingTable.Option option,
            int layers,
            int lanes,
            long cost,
            Load load,
            Arrivals arrivals,
            long first,
            long last,
            long promise) {
        static final Comparator<Start> BEST_FIRST = Comparator.comparingLong(Start::promise)
                .thenComparing(Start::layers, Comparator.reverseOrder())
                .thenComparingLong(Start::last)
                .thenComparingLong(Start::cost)
                .thenComparingLong(start -> start.load.resources().lut());

        Start arriving(Arrivals exact) {
            return new Start(before, option, layers, lanes, cost, load, exact, exact.first(), exact.last(), promise);
        }

        Start promising(long better) {
            return new Start(before, option, layers, lanes, cost, load, arrivals, first, last, better);
        }

        Start ended(long latency) {
            return new Start(this, null, layers + 1, lanes, cost, load, arrivals, latency, latency, latency);
        }

        boolean isNoBetterThan(Start other) {
            return other.cost <= cost
                    && other.last <= last
                    && other.load.fits(load)
                    && other.arrivals.areNeverLaterThan(arrivals);
        }

        Found found() {
            ArrayDeque<Folding> foldings = new ArrayDeque<>();
            for (Start start = before; start.option != null; start = start.before) {
                foldings.addFirst(start.option.folding());
            }
            return new Found(List.copyOf(foldings), cost, last);
        }
    }

    private final FoldingTable table;
    private final Load most;
    private final long limit;
    private final Map<List<Object>, LatencyBounds.Own> owns = new HashMap<>();
    private LatencyBounds bounds;

    /**
     * A search.
     *
     * @param most  that there is
     * @param limit longest latency that is wanted
     */
    LatencySearch(FoldingTable table, Load most, long limit) {
        this.table = table;
        this.most = most;
        this.limit = limit;
    }

    /** The choice that costs least within the limit. */
    Optional<Found> cheapest() {
        return refined(true);
    }

    /** The choice with the shortest latency within the limit. */
    Optional<Found> fastest() {
        return refined(false);
    }

    private Optional<Found> refined(boolean cheapest) {
        Optional<Found> found;
        do {
            bounds = new LatencyBounds(table, most, limit, owns);
            found = search(cheapest);
        } while (found.isPresent() && table.refine(found.get().foldings()));
        return found;
    }

    private Optional<Found> search(boolean cheapest) {
        PriorityQueue<Start> open = new PriorityQueue<>(Start.BEST_FIRST);
        Map<List<Integer>, List<Start>> seen = new HashMap<>();
        Load ends = table.ends();
        long cost = table.goal().cost(ends);
        offer(
                new Start(null, null, 0, table.port().lanes(), cost, ends, null, 0, 0, 0).arriving(bounds.pixels()),
                cheapest,
                open);
        for (int step = 0; step < MAX_STEPS && !open.isEmpty(); step++) {
            Start start = open.remove();
            if (start.layers() > table.layers()) {
                return Optional.of(start.found());
            }
            if (start.arrivals() == null) {
                offer(start.arriving(arrivals(start)), cheapest, open);
            } else if (start.layers() == table.layers()) {
                Start ended = start.ended(bounds.end(start.lanes(), start.arrivals()));
                if (ended.last() <= limit) {
                    open.add(cheapest ? ended.promising(ended.cost()) : ended);
                }
            } else {
                List<Start> equals =
                        seen.computeIfAbsent(List.of(start.layers(), start.lanes()), place -> new ArrayList<>());
                if (equals.stream().noneMatch(start::isNoBetterThan)) {
                    equals.add(start);
                    extend(start, cheapest, open);
                }
            }
        }
        return Optional.empty();
    }

    private Arrivals arrivals(Start start) {
        return bounds.after(
                start.layers() - 1,
                start.before().lanes(),
                start.option(),
                start.before().arrivals());
    }

    private void extend(Start start, boolean cheapest, PriorityQueue<Start> open) {
        for (FoldingTable.Option option : table.options(start.layers(), List.of(start.lanes()))) {
            LatencyBounds.Own own = bounds.own(start.layers(), start.lanes(), option);
            Start longer = new Start(
                    start,
                    option,
                    start.layers() + 1,
                    option.outLanes(),
                    start.cost() + option.expense().cost(),
                    start.load().plus(option.load()),
                    null,
                    start.first() + own.firstToFirst(),
                    Math.max(start.first() + own.firstToLast(), start.last() + own.lastToLast()),
                    0);
            offer(longer, cheapest, open);
        }
    }

    /** Puts a choice among the others if it may lead to one within the limits. */
    private void offer(Start start, boolean cheapest, PriorityQueue<Start> open) {
        long best = Long.MAX_VALUE;
        for (LatencyBounds.Bound bound : bounds.behind(start.layers(), start.lanes())) {
            long latency = bound.latency(start.first(), start.last());
            if (latency <= limit && start.load().plus(bound.load()).fits(most)) {
                best = Math.min(best, cheapest ? start.cost() + bound.cost() : latency);
            }
        }
        if (best < Long.MAX_VALUE) {
            open.add(start.promising(best));
        }
    }
}
