/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;
import java.util.Optional;

/** Finds the foldings that are asked for, within what there is. */
final class PlanSearch {
    /** A design that fills a part to the brim does not route: so much of each resource may be planned. */
    static final int USABLE_PERCENT = 90;

    /** Times that a design is looked for anew because its FIFOs turn out to be deep. */
    private static final int ROUNDS = 4;

    private static final double NS_PER_SECOND = 1e9;

    /** @param proved no other foldings are better */
    private record Chosen(List<Folding> foldings, boolean proved) {}

    private final FoldingTable table;
    private final FoldingSearch search;
    private final PlanAssembly assembly;
    private final HardwareRequest request;

    PlanSearch(FoldingTable table, PlanAssembly assembly, HardwareRequest request) {
        this.table = table;
        this.search = new FoldingSearch(table);
        this.assembly = assembly;
        this.request = request;
    }

    /** The plan that does what is asked; absent if there is none. */
    Optional<HardwarePlan> plan() {
        Resources usable = usable();
        Resources left = usable;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Chosen> chosen = choose(new Load(left, mostMultipliers()));
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            List<Folding> foldings = chosen.get().foldings();
            List<String> reasons = new Reasons(table, request.given(), assembly.interval(foldings)).of(foldings);
            HardwarePlan plan = assembly.assemble(foldings, chosen.get().proved() && round == 0, reasons);
            Resources excess = plan.estimate().beyond(usable);
            if (excess.equals(Resources.NONE)) {
                return Optional.of(plan);
            }
            left = left.beyond(excess);
        }
        return Optional.empty();
    }

    /** What may be planned. */
    Resources usable() {
        return request.limits().within(request.part().resources().percent(USABLE_PERCENT));
    }

    /** Cycles that an image may take, if a speed is asked for. */
    long intervalAsked() {
        return (long)
                Math.floor(NS_PER_SECOND / (request.targetImagesPerSecond().getAsDouble() * request.clockPeriodNs()));
    }

    FoldingSearch search() {
        return search;
    }

    /** The choice with the shortest interval that fits. */
    Optional<FoldingSearch.Choice> fastest(Load most) {
        Optional<FoldingSearch.Choice> best;
        long known;
        do {
            // What the search finds out about a layer may change which intervals there are.
            known = table.refinements();
            best = bisect(most);
        } while (table.refinements() > known);
        return best;
    }

    private Optional<FoldingSearch.Choice> bisect(Load most) {
        List<Long> intervals = search.intervals();
        Optional<FoldingSearch.Choice> best = Optional.empty();
        // A longer interval allows all that a shorter one does.
        int from = 0;
        int to = intervals.size();
        while (from < to) {
            int middle = (from + to) / 2;
            Optional<FoldingSearch.Choice> choice = search.cheapest(intervals.get(middle), most);
            if (choice.isPresent()) {
                best = choice;
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return best;
    }

    /** The foldings with the shortest latency that are found, or at least with the shortest interval. */
    Optional<List<Folding>> lowestLatency(Load most) {
        Optional<List<Folding>> fast = fastest(most).map(FoldingSearch.Choice::foldings);
        if (fast.isEmpty() || !table.isChain()) {
            return fast;
        }
        long latency = assembly.latency(fast.get());
        return new LatencySearch(table, most, latency)
                .fastest()
                .map(LatencySearch.Found::foldings)
                .or(() -> fast);
    }

    private long mostMultipliers() {
        return request.maxMultipliers().isPresent() ? request.maxMultipliers().getAsInt() : Long.MAX_VALUE;
    }

    private Optional<Chosen> choose(Load most) {
        if (request.maxLatencyCycles().isPresent()) {
            return withinLatency(most, request.maxLatencyCycles().getAsLong());
        }
        Optional<FoldingSearch.Choice> choice =
                request.targetImagesPerSecond().isPresent() ? search.cheapest(intervalAsked(), most) : fastest(most);
        return choice.map(found -> new Chosen(found.foldings(), search.isExact()));
    }

    private Optional<Chosen> withinLatency(Load most, long latency) {
        boolean isChain = table.isChain();
        Optional<List<Folding>> found = isChain
                ? new LatencySearch(table, most, latency).cheapest().map(LatencySearch.Found::foldings)
                : new IntervalLatencySearch(search, assembly, most).within(latency);
        // A search for the cheapest may give up where some design is fast enough.
        return found.map(foldings -> new Chosen(foldings, isChain))
                .or(() -> lowestLatency(most)
                        .filter(foldings -> assembly.latency(foldings) <= latency)
                        .map(foldings -> new Chosen(foldings, false)));
    }
}
