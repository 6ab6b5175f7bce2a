/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.Verilog.Wire;
import java.util.ArrayList;
import java.util.List;

/** The policy PackedProducts as a person would write it in Verilog, with the registers that slices have. */
final class PackedVerilog {
    /** Cycles from the operands to the products. */
    static final int DELAY = 3;

    /** Two sums of products. */
    record Sums(List<Wire> first, List<Wire> second) {}

    /** What is multiplied: expressions of signed values. */
    record Operands(String first, String second, String input) {}

    private final Verilog module;
    private final PackedSlice packed;
    private final int low;

    PackedVerilog(Verilog module, PackedSlice packed) {
        this.module = module;
        this.packed = packed;
        this.low = packed.slice().wide() - 1 - packed.weight().width();
    }

    /** Terms of the sums of two outputs. */
    Sums terms(String prefix, List<Operands> operands) {
        List<Wire> first = new ArrayList<>();
        List<Wire> second = new ArrayList<>();
        int together = packed.addsPairs() ? 2 : 1;
        for (int lane = 0; lane < operands.size(); lane += together) {
            String name = prefix + "_" + lane;
            Wire result = lane + 1 < operands.size() && together == 2
                    ? pair(name, operands.get(lane), operands.get(lane + 1))
                    : single(name, operands.get(lane));
            first.add(half("l" + name, result.name(), 0));
            second.add(half("h" + name, result.name(), low));
        }
        return new Sums(first, second);
    }

    private Wire single(String name, Operands operands) {
        Wire product = module.register("m" + name, resultBits(), product(name, operands));
        return module.register("p" + name, resultBits(), product.name() + " + " + borrow());
    }

    /** The second slice adds what the first one has. */
    private Wire pair(String name, Operands one, Operands other) {
        Wire before = module.register("q" + name, resultBits(), product(name + "a", one) + " + " + borrow());
        Wire product = module.register("m" + name, resultBits(), product(name + "b", other));
        return module.register("p" + name, resultBits(), product.name() + " + " + before.name());
    }

    private String product(String name, Operands operands) {
        int input = packed.input().width() + (packed.input().signed() ? 0 : 1);
        Wire both = module.register(
                "both" + name,
                packed.slice().wide(),
                "$signed({" + operands.second() + ", " + low + "'d0}) + " + operands.first());
        Wire factor = module.register("factor" + name, input, operands.input());
        return both.name() + " * " + factor.name();
    }

    /** Above the lower product, whose highest bit comes out flipped. */
    private Wire half(String name, String result, int from) {
        int bits = packed.productBits() + (packed.addsPairs() ? 1 : 0);
        String top = from == 0 ? "~" + result + "[" + (low - 1) + "]" : result + "[" + (from + bits - 1) + "]";
        module.declare(
                "wire signed %s%s = {%s, %s[%d:%d]};", Verilog.range(bits), name, top, result, from + bits - 2, from);
        return new Wire(name, bits);
    }

    private String borrow() {
        return resultBits() + "'sd" + (1L << (low - 1));
    }

    private int resultBits() {
        return packed.slice().wide() + packed.input().width() + 2;
    }
}
