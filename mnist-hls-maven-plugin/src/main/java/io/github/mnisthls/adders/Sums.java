/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Sums of terms, and how often each pair of terms occurs in them. */
final class Sums {
    private final GraphBuilder graph;
    private final List<LinkedHashSet<Term>> sums = new ArrayList<>();
    private final PairCounts counts = new PairCounts();

    /** @param terms of each sum, none twice in one */
    Sums(GraphBuilder graph, List<List<Term>> terms) {
        this.graph = graph;
        for (List<Term> sum : terms) {
            sums.add(new LinkedHashSet<>(sum));
            for (int i = 0; i < sum.size(); i++) {
                for (int j = 0; j < i; j++) {
                    counts.add(Pair.of(sum.get(i), sum.get(j)), 1);
                }
            }
        }
    }

    int count(long pair) {
        return counts.count(pair);
    }

    /** Visits each pair that occurs more than once. */
    void eachShared(LongConsumer visitor) {
        counts.each(2, visitor);
    }

    List<List<Term>> terms() {
        return sums.stream().<List<Term>>map(ArrayList::new).toList();
    }

    /**
     * The first terms of all places that have a pair, no term in two of them.
     *
     * @param limit depth that no sum may exceed with the pair as one node
     */
    List<List<Term>> places(long pair, int limit) {
        List<List<Term>> places = new ArrayList<>();
        for (LinkedHashSet<Term> sum : sums) {
            places.add(places(sum, pair, limit));
        }
        return places;
    }

    /**
     * Puts a node in the place of a pair.
     *
     * @param whole   what stands for the pair, where the pair's lower term is not shifted and its first not negative
     * @param changed is told each pair that has become more frequent
     */
    void replace(List<List<Term>> places, long pair, Term whole, LongConsumer changed) {
        for (int sum = 0; sum < places.size(); sum++) {
            for (Term first : places.get(sum)) {
                Term second = Pair.partner(pair, first);
                Set<Term> terms = sums.get(sum);
                remove(terms, first);
                remove(terms, second);
                Term placed =
                        whole.shifted(Math.min(first.shift(), second.shift())).signed(first.negative());
                insert(terms, placed, changed);
            }
        }
    }

    private List<Term> places(Set<Term> sum, long pair, int limit) {
        List<Term> places = new ArrayList<>();
        Set<Term> taken = new LinkedHashSet<>();
        int level = graph.level(Pair.first(pair));
        int other = graph.level(Pair.second(pair));
        long load = load(sum);
        long more = (2L << Math.max(level, other)) - (1L << level) - (1L << other);
        for (Term term : sum) {
            if (term.node() != Pair.first(pair) || taken.contains(term) || !Pair.hasPartner(pair, term)) {
                continue;
            }
            Term partner = Pair.partner(pair, term);
            if (sum.contains(partner) && !taken.contains(partner) && load + more <= 1L << limit) {
                taken.add(term);
                taken.add(partner);
                places.add(term);
                load += more;
            }
        }
        return places;
    }

    /** A sum can be made in so many levels as the power of two has that is not below this. */
    private long load(Iterable<Term> sum) {
        long load = 0;
        for (Term term : sum) {
            load += 1L << graph.level(term.node());
        }
        return load;
    }

    private void remove(Set<Term> sum, Term term) {
        sum.remove(term);
        for (Term other : sum) {
            counts.add(Pair.of(term, other), -1);
        }
    }

    private void insert(Set<Term> sum, Term term, LongConsumer changed) {
        for (Term other : sum) {
            long pair = Pair.of(term, other);
            if (counts.add(pair, 1) > 1) {
                changed.accept(pair);
            }
        }
        sum.add(term);
    }
}
