/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.List;
import java.util.Optional;

/**
 * How outputs come of inputs. Nodes have numbers: first the inputs, then the adders, each behind those that it takes.
 *
 * @param inputs  all that each input can be
 * @param outputs the terms that they are; absent where an output is always 0
 * @param tried   ways of choosing, of which this is the best; fewer than {@link AdderGraphs#WAYS} where it was given up
 */
public record AdderGraph(List<Interval> inputs, List<Adder> adders, List<Optional<Term>> outputs, int tried) {
    public AdderGraph {
        inputs = List.copyOf(inputs);
        adders = List.copyOf(adders);
        outputs = List.copyOf(outputs);
        for (int i = 0; i < adders.size(); i++) {
            if (Math.max(adders.get(i).left().node(), adders.get(i).right().node()) >= inputs.size() + i) {
                throw new IllegalArgumentException("adder " + i + " takes what comes later");
            }
        }
    }

    /** Made in one way. */
    AdderGraph(List<Interval> inputs, List<Adder> adders, List<Optional<Term>> outputs) {
        this(inputs, adders, outputs, 1);
    }

    /** The same, the best of so many ways. */
    AdderGraph bestOf(int ways) {
        return new AdderGraph(inputs, adders, outputs, ways);
    }

    public Interval range(int node) {
        return node < inputs.size() ? inputs.get(node) : adder(node).range();
    }

    /** Additions on the longest way from an input; 0 for an input. */
    public int level(int node) {
        return node < inputs.size() ? 0 : adder(node).level();
    }

    /** Bits of all carry chains. */
    public long adderBits() {
        return adders.stream().mapToLong(Adder::bits).sum();
    }

    /** Bits of the results of all adders. */
    public long resultBits() {
        return adders.stream().mapToLong(adder -> adder.range().bits()).sum();
    }

    /** Additions on the longest way from an input to an output. */
    public int depth() {
        return outputs.stream()
                .flatMap(Optional::stream)
                .mapToInt(term -> level(term.node()))
                .max()
                .orElse(0);
    }

    /** The outputs for these inputs. */
    public long[] evaluate(long... values) {
        long[] nodes = new long[inputs.size() + adders.size()];
        System.arraycopy(values, 0, nodes, 0, inputs.size());
        for (int i = 0; i < adders.size(); i++) {
            Adder adder = adders.get(i);
            nodes[inputs.size() + i] = value(adder.left(), nodes) + value(adder.right(), nodes);
        }
        return outputs.stream()
                .mapToLong(output -> output.map(term -> value(term, nodes)).orElse(0L))
                .toArray();
    }

    private static long value(Term term, long[] nodes) {
        long shifted = nodes[term.node()] << term.shift();
        return term.negative() ? -shifted : shifted;
    }

    private Adder adder(int node) {
        return adders.get(node - inputs.size());
    }
}
