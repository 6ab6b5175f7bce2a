/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.Adder;
import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.adders.AdderGraphs;
import io.github.mnisthls.adders.ConstantMatrix;
import io.github.mnisthls.adders.Interval;
import io.github.mnisthls.adders.Term;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What an adder graph takes with each of its levels registered: carry chains, their results, and values that wait. */
final class AdderUnit {
    private AdderUnit() {}

    /** A product with a number that never changes: an adder for each of its signed digits, but for one. */
    static Resources ofProduct(FixedPointFormat input, long constant) {
        Interval range = new Interval(input.minRaw(), input.maxRaw());
        return of(AdderGraphs.plain(ConstantMatrix.of(new long[][] {{constant}}), List.of(range)));
    }

    static Resources of(AdderGraph graph) {
        // The highest bit of a result is the carry out of the chain.
        long chains = graph.adders().stream()
                .mapToLong(adder -> Math.max(0, adder.bits() - 1))
                .sum();
        Resources sum = Fabric.luts(chains);
        List<NavigableSet<Integer>> wanted = wanted(graph);
        for (int node = 0; node < wanted.size(); node++) {
            // A result is registered where it is made, an input is not.
            int at = Math.max(0, graph.level(node) - 1);
            for (int next : wanted.get(node)) {
                sum = sum.plus(Fabric.delay(graph.range(node).bits(), next - at));
                at = next;
            }
        }
        return new Resources(sum.lut(), Math.max(0, sum.ff() - copies(graph, wanted)), 0, 0, 0);
    }

    /** Registers of low bits that pass by an adder, and that the same bits have already: waiting, or by another adder. */
    private static long copies(AdderGraph graph, List<NavigableSet<Integer>> wanted) {
        long copies = 0;
        Map<List<Integer>, Integer> passed = new HashMap<>();
        for (Adder adder : graph.adders()) {
            boolean isLeftLow = adder.left().shift() < adder.right().shift();
            int low = (isLeftLow ? adder.left() : adder.right()).node();
            int passing = adder.range().bits() - adder.bits();
            int bits = Math.min(passing, graph.range(low).bits());
            if (wanted.get(low).last() >= adder.level()) {
                copies += bits;
            } else {
                List<Integer> place = List.of(low, adder.level());
                int before = passed.getOrDefault(place, 0);
                copies += Math.min(before, bits);
                passed.put(place, Math.max(before, bits));
            }
        }
        return copies;
    }

    /** By node, the levels behind which its value is taken. */
    static List<NavigableSet<Integer>> wanted(AdderGraph graph) {
        int nodes = graph.inputs().size() + graph.adders().size();
        List<NavigableSet<Integer>> wanted = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            wanted.add(new TreeSet<>());
        }
        for (Adder adder : graph.adders()) {
            wanted.get(adder.left().node()).add(adder.level() - 1);
            wanted.get(adder.right().node()).add(adder.level() - 1);
        }
        graph.outputs().stream()
                .flatMap(Optional::stream)
                .map(Term::node)
                .forEach(node -> wanted.get(node).add(graph.depth()));
        return wanted;
    }
}
