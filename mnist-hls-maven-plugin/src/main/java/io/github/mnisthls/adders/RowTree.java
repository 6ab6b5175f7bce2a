/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes an output of another one where the difference, or the sum, of their constants has fewer digits than the constants
 * themselves: a tree whose root is 0, built by always taking the cheapest next output.
 */
final class RowTree {
    private static final int ROOT = -1;

    private final ConstantMatrix matrix;
    private final int[] parents;
    private final boolean[] negated;
    private final int[] depths;

    /** @param limit outputs on the longest way to the root, besides the first; 0 for no sharing of whole outputs */
    RowTree(ConstantMatrix matrix, int limit) {
        this.matrix = matrix;
        int outputs = matrix.outputs();
        this.parents = new int[outputs];
        this.negated = new boolean[outputs];
        this.depths = new int[outputs];
        grow(limit);
    }

    /** What is to be added to an output's parent to get the output: constants. */
    long[] step(int output) {
        long[] row = matrix.row(output);
        if (parents[output] != ROOT) {
            long[] parent = matrix.row(parents[output]);
            for (int i = 0; i < row.length; i++) {
                row[i] -= negated[output] ? -parent[i] : parent[i];
            }
        }
        return row;
    }

    /** Factors of the steps that an output is the sum of: 1, -1 or 0 for each output's step. */
    int[] steps(int output) {
        int[] factors = new int[parents.length];
        int sign = 1;
        for (int at = output; at != ROOT; at = parents[at]) {
            factors[at] = sign;
            sign = negated[at] ? -sign : sign;
        }
        return factors;
    }

    private void grow(int limit) {
        int outputs = parents.length;
        int[] costs = new int[outputs];
        List<Integer> left = new ArrayList<>();
        for (int output = 0; output < outputs; output++) {
            parents[output] = ROOT;
            costs[output] = digits(matrix.row(output));
            left.add(output);
        }
        while (!left.isEmpty()) {
            int next = left.stream()
                    .min((a, b) -> Integer.compare(costs[a], costs[b]))
                    .orElseThrow();
            left.remove(Integer.valueOf(next));
            depths[next] = parents[next] == ROOT ? 0 : depths[parents[next]] + 1;
            if (depths[next] < limit) {
                left.forEach(other -> offer(next, other, costs));
            }
        }
    }

    /** The result of another output costs one addition, as a digit does. */
    private void offer(int parent, int output, int[] costs) {
        for (boolean isNegated : new boolean[] {false, true}) {
            int cost = difference(output, parent, isNegated) + 1;
            if (cost < costs[output]) {
                costs[output] = cost;
                parents[output] = parent;
                negated[output] = isNegated;
            }
        }
    }

    private int difference(int output, int parent, boolean isNegated) {
        int digits = 0;
        for (int i = 0; i < matrix.inputs(); i++) {
            long other = matrix.at(parent, i);
            digits += SignedDigits.count(matrix.at(output, i) - (isNegated ? -other : other));
        }
        return digits;
    }

    private static int digits(long[] row) {
        return Arrays.stream(row).mapToInt(SignedDigits::count).sum();
    }
}
