/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.Arrivals.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the layers behind a place of the network add to the latency at least, for all combinations of their foldings at
 * once. A layer that has its first word at one time and its last at another sends its own last no earlier than it could
 * if all the words had come with the first, and no earlier than if all but the last had come long ago.
 */
final class LatencyBounds {
    /** So many bounds are kept for a place; where there are more, two neighbors become one that is below both. */
    private static final int MAX_BOUNDS = 96;

    /**
     * Of one combination, or of several.
     *
     * @param cost        at least
     * @param load        at least
     * @param fromFirst   cycles from the first word at this place to the end, at least
     * @param fromLast    cycles from the last word at this place to the end, at least
     */
    record Bound(long cost, Load load, long fromFirst, long fromLast) {
        private static final Comparator<Bound> CHEAPEST_FIRST = Comparator.comparingLong(Bound::cost)
                .thenComparingLong(Bound::fromFirst)
                .thenComparingLong(Bound::fromLast);

        /** Latency at least. */
        long latency(long first, long last) {
            return Math.max(first + fromFirst, last + fromLast);
        }

        private boolean isBelow(Bound other) {
            return cost <= other.cost
                    && fromFirst <= other.fromFirst
                    && fromLast <= other.fromLast
                    && load.fits(other.load);
        }

        private Bound lowest(Bound other) {
            return new Bound(
                    Math.min(cost, other.cost),
                    load.lowest(other.load),
                    Math.min(fromFirst, other.fromFirst),
                    Math.min(fromLast, other.fromLast));
        }
    }

    /** A layer with a folding: cycles from the first word in to the first and last word out, from the last to the last. */
    record Own(long firstToFirst, long firstToLast, long lastToLast) {
        private boolean isBelow(Own other) {
            return firstToFirst <= other.firstToFirst
                    && firstToLast <= other.firstToLast
                    && lastToLast <= other.lastToLast;
        }
    }

    /** A folding and how long it takes. */
    private record Timed(FoldingTable.Option option, Own own) {
        /** Whether each combination with the other one has a bound that is no lower than one with this. */
        private boolean isBelow(Timed other) {
            return option.outLanes() == other.option.outLanes()
                    && option.expense().cost() <= other.option.expense().cost()
                    && own.isBelow(other.own)
                    && option.load().fits(other.option.load());
        }
    }

    private final FoldingTable table;
    private final Load most;
    private final long limit;
    private final Map<List<Object>, Own> owns;
    private final Map<Integer, Map<Integer, List<Bound>>> behind = new TreeMap<>();

    /**
     * Of all foldings in a table.
     *
     * @param most  combinations that take more are left out
     * @param limit and those that take longer
     * @param owns  what is known of layers alone; grows
     */
    LatencyBounds(FoldingTable table, Load most, long limit, Map<List<Object>, Own> owns) {
        this.owns = owns;
        this.table = table;
        this.most = most;
        this.limit = limit;
        Map<Integer, List<Bound>> end = new TreeMap<>();
        int last = table.layers() - 1;
        table.options(last).forEach(option -> end.computeIfAbsent(option.outLanes(), this::ofEnd));
        behind.put(table.layers(), end);
        for (int layer = last; layer >= 0; layer--) {
            Map<Integer, List<Bound>> row = new TreeMap<>();
            for (List<Integer> inLanes : table.lanes(layer)) {
                int lanes = inLanes.get(0);
                row.put(lanes, bounds(layer, lanes, behind.get(layer + 1)));
            }
            behind.put(layer, row);
        }
    }

    /** For what follows the first layers, fed by this number of lanes. */
    List<Bound> behind(int layers, int lanes) {
        return behind.get(layers).get(lanes);
    }

    /** Cycles in which the pixels come. */
    Arrivals pixels() {
        return Arrivals.ofPixels(Step.of(table.port().process()));
    }

    /** When words leave a layer that these reach. */
    Arrivals after(int layer, int lanes, FoldingTable.Option option, Arrivals words) {
        return words.after(steps(layer, lanes, option), 0);
    }

    /** The cycle in which an image is done whose words leave the last layer then. */
    long end(int lanes, Arrivals words) {
        return words.end(endSteps(lanes), 0);
    }

    private List<Bound> ofEnd(int lanes) {
        List<Step> chain = endSteps(lanes);
        int words = chain.get(0).reads().cardinality();
        return List.of(new Bound(
                0,
                Load.NONE,
                Arrivals.together(words).end(chain, Arrivals.EVER_BEFORE),
                Arrivals.lastAlone(words).end(chain, Arrivals.EVER_BEFORE)));
    }

    private List<Bound> bounds(int layer, int lanes, Map<Integer, List<Bound>> rests) {
        List<Bound> all = new ArrayList<>();
        for (Timed timed : best(layer, lanes, rests)) {
            FoldingTable.Option option = timed.option();
            Own own = timed.own();
            for (Bound bound : rests.get(option.outLanes())) {
                Bound longer = new Bound(
                        option.expense().cost() + bound.cost(),
                        option.load().plus(bound.load()),
                        bound.latency(own.firstToFirst(), own.firstToLast()),
                        own.lastToLast() + bound.fromLast());
                if (longer.fromFirst() <= limit && longer.load().fits(most)) {
                    all.add(longer);
                }
            }
        }
        return fewer(all);
    }

    /** Foldings that the lowest bounds come from: they are few, and all combinations with the others would be many. */
    private List<Timed> best(int layer, int lanes, Map<Integer, List<Bound>> rests) {
        List<Timed> best = new ArrayList<>();
        table.options(layer, List.of(lanes)).stream()
                .filter(option -> !rests.get(option.outLanes()).isEmpty())
                .sorted(Comparator.comparingLong(option -> option.expense().cost()))
                .map(option -> new Timed(option, own(layer, lanes, option)))
                .forEach(timed -> {
                    if (best.stream().noneMatch(other -> other.isBelow(timed))) {
                        best.add(timed);
                    }
                });
        return best;
    }

    /** Of a layer alone. */
    Own own(int layer, int lanes, FoldingTable.Option option) {
        boolean isGuessed = table.isGuessed(layer, option.folding());
        return owns.computeIfAbsent(
                List.of(layer, lanes, option.folding(), isGuessed), key -> own(steps(layer, lanes, option)));
    }

    private static Own own(List<Step> chain) {
        int words = chain.get(0).reads().cardinality();
        Arrivals together = Arrivals.together(words).after(chain, Arrivals.EVER_BEFORE);
        Arrivals late = Arrivals.lastAlone(words).after(chain, Arrivals.EVER_BEFORE);
        return new Own(together.first(), together.last(), late.last());
    }

    private static List<Bound> fewer(List<Bound> all) {
        all.sort(Bound.CHEAPEST_FIRST);
        List<Bound> kept = new ArrayList<>();
        for (Bound bound : all) {
            if (!isAbove(bound, kept)) {
                kept.add(bound);
            }
        }
        while (kept.size() > MAX_BOUNDS) {
            List<Bound> pairs = new ArrayList<>();
            for (int i = 0; i < kept.size(); i += 2) {
                pairs.add(i + 1 < kept.size() ? kept.get(i).lowest(kept.get(i + 1)) : kept.get(i));
            }
            kept = pairs;
        }
        return List.copyOf(kept);
    }

    /** A loop, because a stream for each of very many takes longer; the last ones, which cost almost as much, are the likeliest. */
    private static boolean isAbove(Bound bound, List<Bound> others) {
        for (int i = others.size() - 1; i >= 0; i--) {
            if (others.get(i).isBelow(bound)) {
                return true;
            }
        }
        return false;
    }

    /** Not kept: of a large layer they are large, too. */
    private List<Step> steps(int layer, int lanes, FoldingTable.Option option) {
        return table.design(layer, option.folding(), List.of(lanes)).processes().stream()
                .map(Step::of)
                .toList();
    }

    private List<Step> endSteps(int lanes) {
        return PortProcesses.logits(table.network(), lanes).stream()
                .map(Step::of)
                .toList();
    }
}
