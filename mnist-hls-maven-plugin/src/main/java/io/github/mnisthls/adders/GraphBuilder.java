/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A graph that grows, adder by adder. */
final class GraphBuilder {
    private final List<Interval> inputs;
    private final List<Adder> adders = new ArrayList<>();
    private final List<long[]> factors = new ArrayList<>();
    private final List<Interval> ranges;

    GraphBuilder(List<Interval> inputs) {
        this.inputs = List.copyOf(inputs);
        this.ranges = new ArrayList<>(inputs);
        for (int input = 0; input < inputs.size(); input++) {
            long[] own = new long[inputs.size()];
            own[input] = 1;
            factors.add(own);
        }
    }

    Interval range(int node) {
        return ranges.get(node);
    }

    int level(int node) {
        return node < inputs.size() ? 0 : adders.get(node - inputs.size()).level();
    }

    /** Of the highest bit of a term, above bit 0. */
    int top(Term term) {
        return range(term.node()).bits() + term.shift();
    }

    /**
     * The sum of two terms, by an adder of its own. Of a difference the sign is chosen that costs less; the term that comes
     * back has it.
     */
    Term sum(Term one, Term other) {
        int base = Math.min(one.shift(), other.shift());
        Term left = one.shifted(-base);
        Term right = other.shifted(-base);
        boolean flipped = isFlipped(left, right);
        left = left.signed(flipped);
        right = right.signed(flipped);
        int node = left.negative() ? add(right, left) : add(left, right);
        return new Term(node, base, flipped);
    }

    AdderGraph build(List<Optional<Term>> outputs) {
        return new AdderGraph(inputs, adders, outputs);
    }

    /** Low bits pass by a carry chain only where they are not negated. */
    private static boolean isFlipped(Term left, Term right) {
        if (left.negative() == right.negative()) {
            return left.negative();
        }
        return left.shift() > right.shift() ? right.negative() : left.negative() && right.shift() > 0;
    }

    private int add(Term left, Term right) {
        long[] sum = factors(left, right);
        Interval range = range(sum);
        int level = Math.max(level(left.node()), level(right.node())) + 1;
        adders.add(new Adder(left, right, range, level, bits(left, right, range)));
        factors.add(sum);
        ranges.add(range);
        return ranges.size() - 1;
    }

    private long[] factors(Term left, Term right) {
        long[] a = factors.get(left.node());
        long[] b = factors.get(right.node());
        long[] sum = new long[a.length];
        for (int i = 0; i < sum.length; i++) {
            long first = a[i] << left.shift();
            long second = b[i] << right.shift();
            sum[i] = (left.negative() ? -first : first) + (right.negative() ? -second : second);
        }
        return sum;
    }

    private Interval range(long[] sum) {
        Interval range = new Interval(0, 0);
        for (int i = 0; i < sum.length; i++) {
            if (sum[i] != 0) {
                range = range.plus(inputs.get(i).times(sum[i]));
            }
        }
        return range;
    }

    /** Bits below the shifted operand are those of the other one, and if that has no others, there is nothing to add. */
    private int bits(Term left, Term right, Interval result) {
        Term high = left.shift() >= right.shift() ? left : right;
        Term low = left.shift() >= right.shift() ? right : left;
        if (high.shift() == 0 || low.negative()) {
            return result.bits();
        }
        Interval passing = range(low.node());
        boolean isApart = !passing.signed() && passing.bits() <= high.shift() && !high.negative();
        return isApart ? 0 : Math.max(0, result.bits() - high.shift());
    }
}
