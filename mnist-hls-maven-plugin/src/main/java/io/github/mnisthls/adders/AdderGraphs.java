/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds graphs of few adder bits for products with a constant matrix: constants become signed digits, outputs may stand on
 * others, and the pair of terms that saves most becomes a node that all sums share, again and again. Several ways of
 * choosing are tried, and the cheapest result counts. The same matrix always gives the same graph.
 */
public final class AdderGraphs {
    /** Levels beyond those that a sum of all digits needs: with fewer, less is shared. */
    public static final int EXTRA_LEVELS = 2;

    /** Ways of choosing; for large matrices not all are tried. */
    public static final int WAYS = 16;

    /** Pairs of digits that all attempts together may look at. */
    private static final long EFFORT = 3_000_000;

    private static final List<Integer> ROWS = List.of(0, 1);
    private static final int VARIANTS = WAYS / ROWS.size();

    private AdderGraphs() {}

    /**
     * A graph.
     *
     * @param tried      ways of choosing, the cheapest of which it is
     * @param isImproved false if the matrix was too large for trying all ways
     */
    public record Found(AdderGraph graph, int tried, boolean isImproved) {}

    public static Found find(ConstantMatrix matrix, List<Interval> inputs) {
        int limit = depth(matrix) + EXTRA_LEVELS;
        List<Search> searches = searches();
        long affordable = Math.max(1, EFFORT / Math.max(1, pairs(matrix)));
        List<Search> tried = searches.subList(0, (int) Math.min(searches.size(), affordable));
        AdderGraph best = tried.parallelStream()
                .map(search -> new Attempt(matrix, inputs, search, limit).run())
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(AdderGraph::adderBits).thenComparingInt(AdderGraph::depth))
                .orElseThrow();
        return new Found(best.bestOf(tried.size()), tried.size(), tried.size() == searches.size());
    }

    /** The graph with each output made by itself, of its digits: what sharing is compared with. */
    public static AdderGraph plain(ConstantMatrix matrix, List<Interval> inputs) {
        GraphBuilder graph = new GraphBuilder(inputs);
        SumTree tree = new SumTree(graph);
        int limit = depth(matrix) + EXTRA_LEVELS;
        return graph.build(IntStream.range(0, matrix.outputs())
                .mapToObj(output -> tree.sum(Attempt.digits(matrix.row(output)), limit))
                .toList());
    }

    /** Without whole outputs standing on others comes first: that is never too deep. */
    private static List<Search> searches() {
        List<Search> searches = new ArrayList<>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            for (int rows : ROWS) {
                searches.add(new Search(rows, variant));
            }
        }
        return searches;
    }

    private static int depth(ConstantMatrix matrix) {
        return outputs(matrix)
                .map(output -> Attempt.levels(Attempt.digits(matrix.row(output)).size()))
                .max()
                .orElse(0);
    }

    private static long pairs(ConstantMatrix matrix) {
        return outputs(matrix)
                .mapToLong(output -> Attempt.digits(matrix.row(output)).size())
                .map(digits -> digits * digits)
                .sum();
    }

    private static IntStream outputs(ConstantMatrix matrix) {
        return IntStream.range(0, matrix.outputs());
    }
}
