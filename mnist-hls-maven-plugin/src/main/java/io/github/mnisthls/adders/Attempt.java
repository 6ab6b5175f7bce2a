/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a graph in one way. */
final class Attempt {
    private final ConstantMatrix matrix;
    private final GraphBuilder graph;
    private final Search search;
    private final int limit;

    /** @param limit depth of the graph */
    Attempt(ConstantMatrix matrix, List<Interval> inputs, Search search, int limit) {
        this.matrix = matrix;
        this.graph = new GraphBuilder(inputs);
        this.search = search;
        this.limit = limit;
    }

    /** Absent if it would be too deep. */
    Optional<AdderGraph> run() {
        RowTree rows = new RowTree(matrix, search.rows());
        List<List<Term>> digits = IntStream.range(0, matrix.outputs())
                .mapToObj(output -> digits(rows.step(output)))
                .toList();
        int above = levels(search.rows() + 1);
        if (digits.stream().anyMatch(sum -> levels(sum.size()) > limit - above)) {
            return Optional.empty();
        }
        List<Optional<Term>> steps = reduce(digits, limit - above);
        List<List<Term>> outputs = IntStream.range(0, matrix.outputs())
                .mapToObj(output -> together(rows.steps(output), steps))
                .toList();
        return Optional.of(graph.build(reduce(outputs, limit)));
    }

    /** Levels of a tree with so many leaves. */
    static int levels(int leaves) {
        return leaves <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(leaves - 1);
    }

    static List<Term> digits(long[] row) {
        List<Term> terms = new ArrayList<>();
        for (int input = 0; input < row.length; input++) {
            terms.addAll(SignedDigits.of(input, row[input]));
        }
        return terms;
    }

    private List<Optional<Term>> reduce(List<List<Term>> sums, int depth) {
        SumTree tree = new SumTree(graph);
        return new SharedPairs(graph, sums, search, depth)
                .share().stream().map(sum -> tree.sum(sum, depth)).toList();
    }

    /** Steps may be the same node, so that their sum has other digits. */
    static List<Term> together(int[] factors, List<Optional<Term>> steps) {
        Map<Integer, Long> sums = new LinkedHashMap<>();
        for (int step = 0; step < factors.length; step++) {
            if (factors[step] != 0 && steps.get(step).isPresent()) {
                Term term = steps.get(step).get();
                long factor = (long) factors[step] << term.shift();
                sums.merge(term.node(), term.negative() ? -factor : factor, Long::sum);
            }
        }
        List<Term> terms = new ArrayList<>();
        sums.forEach((node, factor) -> terms.addAll(SignedDigits.of(node, factor)));
        return terms;
    }
}
