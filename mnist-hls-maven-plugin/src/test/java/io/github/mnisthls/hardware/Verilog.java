/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** A module of Verilog in the making. */
final class Verilog {
    /** A signed value with a name. */
    record Wire(String name, int bits) {}

    private final String name;
    private final List<String> ports = new ArrayList<>();
    private final StringBuilder declarations = new StringBuilder();
    private final StringBuilder clocked = new StringBuilder();

    Verilog(String name) {
        this.name = name;
        ports.add("input clk");
    }

    String name() {
        return name;
    }

    void port(String kind, int bits, String port) {
        ports.add(kind + " " + range(bits) + port);
    }

    /** A value that comes from outside. */
    Wire input(String port, int bits) {
        port("input signed", bits, port);
        return new Wire(port, bits);
    }

    void output(Wire value) {
        port("output signed", value.bits(), "out_" + value.name());
        declare("assign out_%s = %s;", value.name(), value.name());
    }

    void declare(String format, Object... values) {
        declarations
                .append("  ")
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    void clock(String format, Object... values) {
        clocked.append("    ")
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    /** A register that takes an expression in every cycle. */
    Wire register(String register, int bits, String expression) {
        declare("reg signed %s%s;", range(bits), register);
        clock("if (ce) %s <= %s;", register, expression);
        return new Wire(register, bits);
    }

    /** A sum, two by two, each of the sums registered. */
    Wire sum(String prefix, List<Wire> terms) {
        List<Wire> left = terms;
        for (int level = 0; left.size() > 1; level++) {
            List<Wire> next = new ArrayList<>();
            for (int i = 0; i + 1 < left.size(); i += 2) {
                Wire a = left.get(i);
                Wire b = left.get(i + 1);
                next.add(register(
                        prefix + "_" + level + "_" + i / 2,
                        Math.max(a.bits(), b.bits()) + 1,
                        a.name() + " + " + b.name()));
            }
            if (left.size() % 2 > 0) {
                Wire odd = left.get(left.size() - 1);
                next.add(register(prefix + "_" + level + "_" + left.size() / 2, odd.bits(), odd.name()));
            }
            left = next;
        }
        return left.get(0);
    }

    /** A memory that is only read, by an address, into a register. */
    void rom(String register, int bits, int words, boolean isBlock, IntFunction<String> hexadecimal, String address) {
        declare("reg %s%s;", range(bits), register);
        StringBuilder contents = new StringBuilder();
        for (int word = 0; word < words; word++) {
            String value = bits + "'h" + hexadecimal.apply(word) + ";";
            contents.append(
                    isBlock ? register + "_rom[" + word + "] = " + value : word + ": " + register + " <= " + value);
        }
        if (words == 1) {
            declare("always @* %s = %d'h%s;", register, bits, hexadecimal.apply(0));
        } else if (isBlock) {
            declare(
                    "(* rom_style = \"block\", ram_style = \"block\" *) reg %s%s_rom[0:%d];",
                    range(bits), register, words - 1);
            declare("initial begin %s end", contents);
            clock("if (ce) %s <= %s_rom[%s];", register, register, address);
        } else {
            clock("if (ce) (* full_case, parallel_case *) case (%s) %s endcase", address, contents);
        }
    }

    static String range(int bits) {
        return "[" + (bits - 1) + ":0] ";
    }

    /** Bits of a counter that has so many values. */
    static int counterBits(long values) {
        return values <= 1 ? 1 : Long.SIZE - Long.numberOfLeadingZeros(values - 1);
    }

    @Override
    public String toString() {
        return "module " + name + "(" + String.join(", ", ports) + ");\n" + declarations
                + "  always @(posedge clk) begin\n" + clocked + "  end\nendmodule\n";
    }
}
