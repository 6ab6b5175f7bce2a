/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.Verilog.Wire;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Verilog of the parts that kernels consist of. */
final class SmallDatapaths {
    private static final String MODULE = "unit";

    private SmallDatapaths() {}

    private static Verilog module() {
        Verilog module = new Verilog(MODULE);
        module.port("input", 1, "ce");
        return module;
    }

    /** With the registers that a slice has. */
    static Verilog sliceProduct(int aBits, int bBits) {
        Verilog module = module();
        Wire a = module.register("a", aBits, module.input("in_a", aBits).name());
        Wire b = module.register("b", bBits, module.input("in_b", bBits).name());
        Wire product = module.register("m", aBits + bBits, a.name() + " * " + b.name());
        module.output(module.register("p", aBits + bBits, product.name()));
        return module;
    }

    static Verilog fabricProduct(int aBits, int bBits) {
        Verilog module = module();
        String product = FabricProduct.of(module, "", module.input("a", aBits), module.input("b", bBits), true);
        module.output(module.register("p", aBits + bBits, product));
        return module;
    }

    static Verilog sumTree(int terms, int bits) {
        Verilog module = module();
        List<Wire> inputs = IntStream.range(0, terms)
                .mapToObj(term -> module.input("x" + term, bits))
                .toList();
        module.output(module.sum("s", inputs));
        return module;
    }

    static Verilog larger(int bits) {
        Verilog module = module();
        Wire a = module.input("a", bits);
        Wire b = module.input("b", bits);
        module.output(module.register("larger", bits, "a < b ? " + b.name() + " : " + a.name()));
        return module;
    }

    /** Registers of a window that moves by a pixel, and those of the window that leaves in words. */
    static Verilog window(int rows, int columns, int bits, int words) {
        Verilog module = module();
        module.port("input", 1, "load");
        int values = rows * columns;
        for (int row = 0; row < rows; row++) {
            String next = module.input("x" + row, bits).name();
            for (int column = columns - 1; column >= 0; column--) {
                next = module.register("w" + (row * columns + column), bits, next)
                        .name();
            }
        }
        int sent = values / words;
        for (int value = values - 1; value >= 0; value--) {
            int next = value + sent < values ? value + sent : value;
            String moved = "load ? w" + value + " : leaving" + next;
            Wire leaving = module.register("leaving" + value, bits, moved);
            if (value < sent) {
                module.output(leaving);
            }
        }
        return module;
    }

    static Verilog shiftFifo(int bits, int depth) {
        Verilog module = module();
        int address = Verilog.counterBits(depth);
        module.port("input", address, "place");
        module.port("input", bits, "x");
        module.port("output", bits, "q");
        for (int bit = 0; bit < bits; bit++) {
            module.declare("reg %sm%d; assign q[%d] = m%d[place];", Verilog.range(depth), bit, bit, bit);
            module.clock("if (ce) m%d <= {m%d[%d:0], x[%d]};", bit, bit, depth - 2, bit);
        }
        return module;
    }

    static Verilog memory(int depth, int bits) {
        Verilog module = module();
        int address = Verilog.counterBits(depth);
        module.port("input", address, "from");
        module.port("input", address, "to");
        module.port("input", bits, "x");
        module.port("output reg", bits, "q");
        module.declare("(* ram_style = \"distributed\" *) reg %sm[0:%d];", Verilog.range(bits), depth - 1);
        module.clock("if (ce) m[to] <= x;");
        module.clock("q <= m[from];");
        return module;
    }

    static Verilog rom(int words, int bits, boolean isBlock) {
        Verilog module = module();
        Random random = new Random(words);
        module.port("input", Verilog.counterBits(words), "place");
        module.port("output", bits, "out");
        module.declare("assign out = q;");
        long mask = (1L << bits) - 1;
        module.rom("q", bits, words, isBlock, word -> Long.toHexString(random.nextLong() & mask), "place");
        return module;
    }
}
