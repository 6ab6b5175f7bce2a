/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** C++ text for values. */
final class CppLiteral {
    private static final int LINE = 118;

    private CppLiteral() {}

    /** An integer literal of its exact value, in a type that holds it. */
    static String integer(long value) {
        if (value == Long.MIN_VALUE) {
            // the literal 9223372036854775808 fits no signed type
            return "(-9223372036854775807LL - 1)";
        }
        return value == (int) value && value != Integer.MIN_VALUE ? Long.toString(value) : value + "LL";
    }

    /** The raw integer of a number of this format, unsigned formats of 64 bits included. */
    static String raw(long value, FixedPointFormat format) {
        return format.signed() || value >= 0 ? integer(value) : Long.toUnsignedString(value) + "ULL";
    }

    static String bool(boolean value) {
        return Boolean.toString(value);
    }

    /** The type of a number, in the shortest spelling that means the same. */
    static String type(FixedPointFormat format) {
        FixedPointFormat plain = format.signed()
                ? FixedPointFormat.signed(format.width(), format.integerBits())
                : FixedPointFormat.unsigned(format.width(), format.integerBits());
        String name = format.signed() ? "ap_fixed" : "ap_ufixed";
        String modes = format.equals(plain) ? "" : ", " + format.rounding() + ", " + format.overflow();
        return name + "<" + format.width() + ", " + format.integerBits() + modes + ">";
    }

    /** The type of a number's raw integer. */
    static String rawType(FixedPointFormat format) {
        return (format.signed() ? "ap_int<" : "ap_uint<") + format.width() + ">";
    }

    /** Items separated by commas, on lines of a legible length that start with {@code indent}. */
    static List<String> wrap(List<String> items, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i + 1 < items.size() ? "," : "");
            if (line.length() > indent.length() && line.length() + 1 + item.length() > LINE) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(item);
        }
        lines.add(line.toString());
        return lines;
    }

    /** {@code lanes} literals between braces, on as few lines as fit. */
    static String braced(List<String> items, String indent) {
        String joined = indent + items.stream().collect(Collectors.joining(", ", "{", "}"));
        if (joined.length() <= LINE) {
            return joined;
        }
        return wrap(items, indent + " ").stream()
                .collect(Collectors.joining("\n", "", "}"))
                .replaceFirst("^" + indent + " ", indent + "{");
    }
}
