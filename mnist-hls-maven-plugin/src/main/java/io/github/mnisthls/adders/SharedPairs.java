/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.List;

/** Makes a node of the best pair of terms that occurs more than once, as long as there is one. */
final class SharedPairs {
    private final GraphBuilder graph;
    private final Sums sums;
    private final Search search;
    private final int limit;
    private final PairQueue queue = new PairQueue();

    /** @param limit depth that no sum may exceed */
    SharedPairs(GraphBuilder graph, List<List<Term>> sums, Search search, int limit) {
        this.graph = graph;
        this.sums = new Sums(graph, sums);
        this.search = search;
        this.limit = limit;
    }

    /** The sums then. */
    List<List<Term>> share() {
        sums.eachShared(this::offer);
        while (!queue.isEmpty()) {
            long pair = queue.pair();
            int counted = queue.count();
            queue.remove();
            int count = sums.count(pair);
            if (count > 1 && count == counted) {
                replace(pair);
            } else if (count > 1 && count < counted) {
                offer(pair);
            }
        }
        return sums.terms();
    }

    private void replace(long pair) {
        List<List<Term>> places = sums.places(pair, limit);
        if (places.stream().mapToInt(List::size).sum() > 1) {
            Term whole = graph.sum(first(pair), Pair.partner(pair, first(pair)));
            sums.replace(places, pair, whole, this::offer);
        }
    }

    private void offer(long pair) {
        int count = sums.count(pair);
        Term first = first(pair);
        queue.add(pair, count, search.score(pair, count, first, Pair.partner(pair, first), graph));
    }

    private static Term first(long pair) {
        return new Term(Pair.first(pair), Math.max(0, -Pair.shift(pair)), false);
    }
}
