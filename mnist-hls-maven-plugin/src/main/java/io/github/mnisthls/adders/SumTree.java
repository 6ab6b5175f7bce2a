/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Adds up what is left of a sum: the narrowest terms first, because carries grow, unless that would make it too deep. */
final class SumTree {
    private final GraphBuilder graph;
    private final Comparator<Term> narrowest;
    private final Comparator<Term> lowest;

    SumTree(GraphBuilder graph) {
        this.graph = graph;
        Comparator<Term> level = Comparator.comparingInt(term -> graph.level(term.node()));
        Comparator<Term> named = Comparator.comparingInt(Term::shift).thenComparingInt(Term::node);
        this.narrowest =
                Comparator.<Term>comparingInt(graph::top).thenComparing(level).thenComparing(named);
        this.lowest = level.thenComparing(narrowest);
    }

    /**
     * Absent if there are no terms.
     *
     * @param limit depth of the result; the terms' depths must allow it
     */
    Optional<Term> sum(List<Term> terms, int limit) {
        List<Term> rest = new ArrayList<>(terms);
        while (rest.size() > 1) {
            rest.sort(narrowest);
            if (!allows(rest, limit)) {
                rest.sort(lowest);
            }
            rest.add(graph.sum(rest.remove(0), rest.remove(0)));
        }
        return rest.stream().findFirst();
    }

    /** Whether the depth is still reached with the first two terms added. */
    private boolean allows(List<Term> terms, int limit) {
        long load = 2L << Math.max(level(terms.get(0)), level(terms.get(1)));
        for (Term term : terms.subList(2, terms.size())) {
            load += 1L << level(term);
        }
        return load <= 1L << limit;
    }

    private int level(Term term) {
        return graph.level(term.node());
    }
}
