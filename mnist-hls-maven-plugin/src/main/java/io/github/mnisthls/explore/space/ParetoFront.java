/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The designs that no other one beats: better in one objective and not worse in any. */
public final class ParetoFront {
    private ParetoFront() {}

    /**
     * Those of them that none beats, in their order. Of equals all stay.
     *
     * @param objectives at least one
     */
    public static <T> List<T> of(List<T> all, Function<T, Figures> figures, List<Objective> objectives) {
        List<Costs<T>> sorted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Figures own = figures.apply(all.get(i));
            double[] costs =
                    objectives.stream().mapToDouble(one -> one.cost(own)).toArray();
            sorted.add(new Costs<>(all.get(i), i, costs));
        }
        // Behind those that could beat it: in such an order only the front so far has to be asked.
        sorted.sort((left, right) -> Arrays.compare(left.costs, right.costs));
        List<Costs<T>> front = new ArrayList<>();
        for (Costs<T> candidate : sorted) {
            if (front.stream().noneMatch(other -> other.beats(candidate))) {
                front.add(candidate);
            }
        }
        front.sort(Comparator.comparingInt(one -> one.place));
        return front.stream().map(one -> one.design).toList();
    }

    private static final class Costs<T> {
        final T design;
        final int place;
        final double[] costs;

        Costs(T design, int place, double... costs) {
            this.design = design;
            this.place = place;
            this.costs = costs;
        }

        boolean beats(Costs<T> other) {
            boolean better = false;
            for (int i = 0; i < costs.length; i++) {
                if (costs[i] > other.costs[i]) {
                    return false;
                }
                better |= costs[i] < other.costs[i];
            }
            return better;
        }
    }
}
