/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.adders.Adder;
import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.adders.Interval;
import io.github.mnisthls.adders.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An adder graph as C++: an input is {@code x3}, a sum of the second level {@code s2_14}. */
final class AdderFunction {
    private final AdderGraph graph;
    private final int firstOutput;
    private final int shift;

    /** @param shift from the products' binary point to the accumulator's */
    AdderFunction(AdderGraph graph, int firstOutput, int shift) {
        this.graph = graph;
        this.firstOutput = firstOutput;
        this.shift = shift;
    }

    AddersModel.Function model() {
        int last = firstOutput + graph.outputs().size() - 1;
        return new AddersModel.Function(
                "From" + firstOutput,
                "Outputs " + firstOutput + " to " + last + ": " + graph.adders().size() + " additions, "
                        + graph.adderBits() + " bits, at most " + graph.depth() + " one after the other.",
                values(),
                products());
    }

    private List<AddersModel.Value> values() {
        List<AddersModel.Value> values = new ArrayList<>();
        for (int input : usedInputs()) {
            values.add(new AddersModel.Value(
                    type(graph.inputs().get(input)), name(input), "mnist_hls::RawLane(inputs.lane[" + input + "])"));
        }
        for (int i = 0; i < graph.adders().size(); i++) {
            Adder adder = graph.adders().get(i);
            values.add(new AddersModel.Value(
                    type(adder.range()), name(graph.inputs().size() + i), expression(adder)));
        }
        return values;
    }

    private List<AddersModel.Product> products() {
        List<AddersModel.Product> products = new ArrayList<>();
        for (int output = 0; output < graph.outputs().size(); output++) {
            String expression = graph.outputs()
                    .get(output)
                    .map(term -> (term.negative() ? "0 - " : "") + shifted(term.node(), term.shift() + shift))
                    .orElse("0");
            products.add(new AddersModel.Product(firstOutput + output, expression));
        }
        return products;
    }

    private Set<Integer> usedInputs() {
        TreeSet<Integer> used = new TreeSet<>();
        graph.adders().forEach(adder -> {
            used.add(adder.left().node());
            used.add(adder.right().node());
        });
        graph.outputs().forEach(output -> output.ifPresent(term -> used.add(term.node())));
        return new TreeSet<>(used.headSet(graph.inputs().size()));
    }

    private String expression(Adder adder) {
        Term left = adder.left();
        Term right = adder.right();
        return shifted(left.node(), left.shift())
                + (right.negative() ? " - " : " + ")
                + shifted(right.node(), right.shift());
    }

    private String shifted(int node, int places) {
        return places == 0 ? name(node) : "mnist_hls::Left<" + places + ">(" + name(node) + ")";
    }

    private String name(int node) {
        int inputs = graph.inputs().size();
        return node < inputs ? "x" + node : "s" + graph.level(node) + "_" + (node - inputs);
    }

    private static String type(Interval range) {
        return (range.signed() ? "ap_int<" : "ap_uint<") + range.bits() + ">";
    }
}
