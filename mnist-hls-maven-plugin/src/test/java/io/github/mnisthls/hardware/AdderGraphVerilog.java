/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.Adder;
import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.adders.Term;
import java.util.NavigableSet;

/** An adder graph with a register behind each level. */
final class AdderGraphVerilog {
    private final AdderGraph graph;
    private final Verilog module = new Verilog("unit");

    private AdderGraphVerilog(AdderGraph graph) {
        this.graph = graph;
    }

    static Verilog of(AdderGraph graph) {
        return new AdderGraphVerilog(graph).write();
    }

    private Verilog write() {
        module.port("input", 1, "ce");
        for (int input = 0; input < graph.inputs().size(); input++) {
            module.port("input", bits(input), at(input, 0));
            delay(input);
        }
        for (int i = 0; i < graph.adders().size(); i++) {
            int node = graph.inputs().size() + i;
            Adder adder = graph.adders().get(i);
            String value = at(node, adder.level());
            module.declare("reg %s%s;", Verilog.range(bits(node)), value);
            module.clock("%s <= %s;", value, sum(adder, bits(node)));
            delay(node);
        }
        for (int output = 0; output < graph.outputs().size(); output++) {
            int number = output;
            graph.outputs().get(output).ifPresent(term -> {
                module.port("output", bits(term.node()), "y" + number);
                module.declare("assign y%d = %s;", number, at(term.node(), graph.depth()));
            });
        }
        return module;
    }

    private void delay(int node) {
        NavigableSet<Integer> wanted = AdderUnit.wanted(graph).get(node);
        for (int level = graph.level(node) + 1; !wanted.isEmpty() && level <= wanted.last(); level++) {
            module.declare("reg %s%s;", Verilog.range(bits(node)), at(node, level));
            module.clock("%s <= %s;", at(node, level), at(node, level - 1));
        }
    }

    /** Bits below a shifted term pass by, unless they are subtracted. */
    private String sum(Adder adder, int bits) {
        Term high = adder.left().shift() >= adder.right().shift() ? adder.left() : adder.right();
        Term low = high.equals(adder.left()) ? adder.right() : adder.left();
        int level = adder.level() - 1;
        String sign = adder.right().negative() ? "-" : "+";
        if (high.shift() == 0) {
            return signed(adder.left(), level) + " " + sign + " " + signed(adder.right(), level);
        }
        String value = at(low.node(), level);
        int lowBits = bits(low.node());
        if (low.negative()) {
            return "(" + signed(high, level) + " <<< " + high.shift() + ") - " + signed(low, level);
        }
        boolean isApart = !graph.range(low.node()).signed() && lowBits <= high.shift();
        if (isApart && !high.negative()) {
            return "(" + signed(high, level) + " <<< " + high.shift() + ") | " + value;
        }
        // Not named twice: what is left of the lower term, above the other's shift, and what is below it.
        int passing = high.shift();
        String extended = "ext" + low.node() + "_" + level + "_" + passing + "_" + high.node();
        int width = Math.max(bits, passing + 1);
        module.declare("wire signed %s%s = %s;", Verilog.range(width), extended, signed(low, level));
        return "{$signed(" + extended + "[" + (width - 1) + ":" + passing + "]) " + (high.negative() ? "-" : "+") + " "
                + cut(high, level, width - passing) + ", " + extended + "[" + (passing - 1) + ":0]}";
    }

    /** In so many bits, because sums within braces are as wide as their terms. */
    private String cut(Term term, int level, int bits) {
        String name = "cut" + term.node() + "_" + level + "_" + bits;
        if (!module.toString().contains(" " + name + " ")) {
            module.declare("wire signed %s%s = %s;", Verilog.range(bits), name, signed(term, level));
        }
        return name;
    }

    private String signed(Term term, int level) {
        String value = at(term.node(), level);
        return graph.range(term.node()).signed() ? "$signed(" + value + ")" : "$signed({1'b0, " + value + "})";
    }

    private int bits(int node) {
        return graph.range(node).bits();
    }

    private static String at(int node, int level) {
        return "n" + node + "_" + level;
    }
}
