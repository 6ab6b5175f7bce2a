/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The algorithm of da4ml (arXiv 2507.04535) in its plainest form, written anew from its description. Outputs stand on others
 * along a tree of least differences, of several depths; then, for the differences and for the sums along the tree, all pairs
 * are counted again for each sum that changed, the pair with the highest count times overlapping bits is taken, and what is
 * left of a sum is added two by two, the lowest level first. No bound of depth. Costs are counted as {@link AdderGraph} does.
 */
final class PublishedSharing {
    private final GraphBuilder graph;
    private final List<List<Term>> sums = new ArrayList<>();
    private final List<Map<Long, Integer>> pairs = new ArrayList<>();
    private final Map<Long, Integer> total = new HashMap<>();
    private final PriorityQueue<Offer> offers = new PriorityQueue<>(
            Comparator.comparingDouble(Offer::score).reversed().thenComparingLong(Offer::pair));

    /** A pair with its count at some time. */
    private record Offer(long pair, int count, double score) {}

    private PublishedSharing(GraphBuilder graph, List<List<Term>> terms) {
        this.graph = graph;
        for (List<Term> sum : terms) {
            sums.add(sum);
            pairs.add(Map.of());
            recount(sums.size() - 1);
        }
    }

    /** Of the best tree of these depths. */
    static long adderBits(ConstantMatrix matrix, List<Interval> inputs, int... depths) {
        return IntStream.of(depths)
                .mapToLong(depth -> graph(matrix, inputs, depth).adderBits())
                .min()
                .orElseThrow();
    }

    private static AdderGraph graph(ConstantMatrix matrix, List<Interval> inputs, int depth) {
        GraphBuilder graph = new GraphBuilder(inputs);
        RowTree tree = new RowTree(matrix, depth);
        List<Optional<Term>> steps = new PublishedSharing(
                        graph,
                        IntStream.range(0, matrix.outputs())
                                .mapToObj(output -> Attempt.digits(tree.step(output)))
                                .toList())
                .run();
        return graph.build(new PublishedSharing(
                        graph,
                        IntStream.range(0, matrix.outputs())
                                .mapToObj(output -> Attempt.together(tree.steps(output), steps))
                                .toList())
                .run());
    }

    private List<Optional<Term>> run() {
        for (Optional<Long> best = best(); best.isPresent(); best = best()) {
            replace(best.get());
        }
        return sums.stream().map(this::tree).toList();
    }

    private Optional<Long> best() {
        while (!offers.isEmpty()) {
            Offer best = offers.poll();
            int count = total.getOrDefault(best.pair(), 0);
            if (count == best.count()) {
                return Optional.of(best.pair());
            }
            if (count < best.count()) {
                offer(best.pair());
            }
        }
        return Optional.empty();
    }

    private void offer(long pair) {
        int count = total.getOrDefault(pair, 0);
        if (count > 1) {
            offers.add(new Offer(pair, count, count * overlap(pair)));
        }
    }

    private double overlap(long pair) {
        int bits = Math.min(
                graph.range(Pair.first(pair)).bits(),
                graph.range(Pair.second(pair)).bits());
        return bits;
    }

    private void replace(long pair) {
        Term first = new Term(Pair.first(pair), Math.max(0, -Pair.shift(pair)), false);
        Term whole = graph.sum(first, Pair.partner(pair, first));
        for (int sum = 0; sum < sums.size(); sum++) {
            if (pairs.get(sum).containsKey(pair)) {
                sums.set(sum, replaced(sums.get(sum), pair, whole));
                recount(sum);
            }
        }
        total.remove(pair);
    }

    private static List<Term> replaced(List<Term> terms, long pair, Term whole) {
        List<Term> left = new ArrayList<>(terms);
        for (Term term : terms) {
            if (term.node() == Pair.first(pair) && left.contains(term) && Pair.hasPartner(pair, term)) {
                Term partner = Pair.partner(pair, term);
                if (left.contains(partner)) {
                    left.remove(term);
                    left.remove(partner);
                    left.add(whole.shifted(Math.min(term.shift(), partner.shift()))
                            .signed(term.negative()));
                }
            }
        }
        return left;
    }

    private void recount(int sum) {
        pairs.get(sum).forEach((pair, count) -> total.merge(pair, -count, Integer::sum));
        Map<Long, Integer> counts = new HashMap<>();
        List<Term> terms = sums.get(sum);
        for (int i = 0; i < terms.size(); i++) {
            for (int j = 0; j < i; j++) {
                counts.merge(Pair.of(terms.get(i), terms.get(j)), 1, Integer::sum);
            }
        }
        counts.forEach((pair, count) -> total.merge(pair, count, Integer::sum));
        Map<Long, Integer> before = pairs.set(sum, counts);
        counts.forEach((pair, count) -> {
            if (count > before.getOrDefault(pair, 0)) {
                offer(pair);
            }
        });
    }

    private Optional<Term> tree(List<Term> terms) {
        List<Term> rest = new ArrayList<>(terms);
        Comparator<Term> lowest = Comparator.<Term>comparingInt(term -> graph.level(term.node()))
                .thenComparing(Term::negative)
                .thenComparingInt(graph::top);
        while (rest.size() > 1) {
            rest.sort(lowest);
            rest.add(graph.sum(rest.remove(0), rest.remove(0)));
        }
        return rest.stream().findFirst();
    }
}
