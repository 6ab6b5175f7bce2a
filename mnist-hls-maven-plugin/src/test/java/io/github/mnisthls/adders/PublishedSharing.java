/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The algorithm of da4ml (arXiv 2507.04535) in its plainest form, written anew from its description. Outputs stand on others
 * along a tree of least differences, of several depths; then, for the differences and for the sums along the tree, the pair
 * with the highest count times overlapping bits is taken, again and again, and what is left of a sum is added two by two, the
 * lowest level first. No bound of depth. Costs are counted as {@link AdderGraph} does.
 */
final class PublishedSharing {
    private final GraphBuilder graph;
    private final List<List<Term>> sums = new ArrayList<>();
    private final PairCounts counts = new PairCounts();
    private final PairQueue queue = new PairQueue();

    private PublishedSharing(GraphBuilder graph, List<List<Term>> digits) {
        this.graph = graph;
        for (List<Term> terms : digits) {
            List<Term> sum = new ArrayList<>();
            sums.add(sum);
            terms.forEach(term -> insert(sum, term));
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
        while (!queue.isEmpty()) {
            long pair = queue.pair();
            int counted = queue.count();
            queue.remove();
            if (counts.count(pair) == counted) {
                replace(pair);
            } else if (counts.count(pair) < counted) {
                offer(pair);
            }
        }
        return sums.stream().map(this::tree).toList();
    }

    private void offer(long pair) {
        int count = counts.count(pair);
        if (count > 1) {
            int bits = Math.min(
                    graph.range(Pair.first(pair)).bits(),
                    graph.range(Pair.second(pair)).bits());
            queue.add(pair, count, (double) count * bits);
        }
    }

    private void replace(long pair) {
        Term lowest = new Term(Pair.first(pair), Math.max(0, -Pair.shift(pair)), false);
        Term whole = graph.sum(lowest, Pair.partner(pair, lowest));
        for (List<Term> sum : sums) {
            for (Term term : List.copyOf(sum)) {
                if (term.node() == Pair.first(pair) && Pair.hasPartner(pair, term) && sum.contains(term)) {
                    Term partner = Pair.partner(pair, term);
                    if (sum.contains(partner)) {
                        remove(sum, term);
                        remove(sum, partner);
                        insert(
                                sum,
                                whole.shifted(Math.min(term.shift(), partner.shift()))
                                        .signed(term.negative()));
                    }
                }
            }
        }
    }

    private void remove(List<Term> sum, Term term) {
        sum.remove(term);
        sum.forEach(other -> counts.add(Pair.of(term, other), -1));
    }

    private void insert(List<Term> sum, Term term) {
        for (Term other : sum) {
            long pair = Pair.of(term, other);
            if (counts.add(pair, 1) > 1) {
                offer(pair);
            }
        }
        sum.add(term);
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
