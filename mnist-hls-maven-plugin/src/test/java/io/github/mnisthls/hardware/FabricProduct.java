/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.Verilog.Wire;
import java.util.ArrayList;
import java.util.List;

/** A product of lookup tables: the rows of the wider operand, added two by two by carry chains that stay as they are. */
final class FabricProduct {
    /** The bits from {@code shift} on. */
    private record Row(String name, int bits, int shift, boolean signed, boolean negative) {}

    private FabricProduct() {}

    /** The expression of a product, which needs a register. The second factor is signed. */
    static String of(Verilog module, String prefix, Wire a, Wire b, boolean signed) {
        List<Row> rows = rows(module, prefix, a, b, signed);
        for (int level = 0; rows.size() > 1; level++) {
            List<Row> next = new ArrayList<>();
            for (int i = 0; i + 1 < rows.size(); i += 2) {
                next.add(sum(module, "h" + prefix + "_" + level + "_" + i, rows.get(i), rows.get(i + 1)));
            }
            if (rows.size() % 2 > 0) {
                next.add(rows.get(rows.size() - 1));
            }
            rows = next;
        }
        return rows.get(0).name();
    }

    /** One for each bit of the narrower factor; the highest bit of a signed one counts negatively. */
    private static List<Row> rows(Verilog module, String prefix, Wire a, Wire b, boolean signed) {
        boolean byB = b.bits() <= a.bits();
        Wire wide = byB ? a : b;
        Wire narrow = byB ? b : a;
        boolean wideSigned = !byB || signed;
        boolean narrowSigned = byB || signed;
        List<Row> rows = new ArrayList<>();
        for (int bit = 0; bit < narrow.bits(); bit++) {
            String row = "row" + prefix + "_" + bit;
            module.declare(
                    "wire %s%s = %s & {%d{%s[%d]}};",
                    Verilog.range(wide.bits()), row, wide.name(), wide.bits(), narrow.name(), bit);
            rows.add(new Row(row, wide.bits(), bit, wideSigned, narrowSigned && bit == narrow.bits() - 1));
        }
        return rows;
    }

    private static Row sum(Verilog module, String name, Row low, Row high) {
        int passing = high.shift() - low.shift();
        int bits = Math.max(low.bits() - passing, high.bits()) + 1;
        String above = low.name() + "[" + (low.bits() - 1) + ":" + passing + "]";
        module.declare(
                "(* keep *) wire signed %s%s_s = %s %s %s;",
                Verilog.range(bits),
                name,
                signed(above, low.signed()),
                high.negative() ? "-" : "+",
                signed(high.name(), high.signed()));
        module.declare(
                "wire signed %s%s = {%s_s, %s[%d:0]};",
                Verilog.range(bits + passing), name, name, low.name(), passing - 1);
        return new Row(name, bits + passing, low.shift(), true, false);
    }

    private static String signed(String value, boolean signed) {
        return signed ? "$signed(" + value + ")" : "$signed({1'b0, " + value + "})";
    }
}
