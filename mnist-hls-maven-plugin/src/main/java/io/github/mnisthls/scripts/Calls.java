/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a piece of code calls, and whether that rounds. */
final class Calls {
    /** Functions and methods of tensors whose derivative is zero. */
    private static final Set<String> ROUNDING = Set.of(
            "round",
            "round_",
            "floor",
            "floor_",
            "ceil",
            "ceil_",
            "trunc",
            "trunc_",
            "fix",
            "fix_",
            "quantize_per_tensor",
            "quantize_per_channel");

    /** What else is called where nothing is done but rounding: scaling, cutting, converting. */
    private static final Set<String> AROUND_ROUNDING = Set.of(
            "clamp",
            "clamp_",
            "clip",
            "clip_",
            "min",
            "max",
            "minimum",
            "maximum",
            "pow",
            "float",
            "double",
            "half",
            "int",
            "tensor",
            "as_tensor",
            "to",
            "type",
            "dequantize",
            "abs",
            "div",
            "mul",
            "no_grad",
            "super",
            "__init__");

    /** Numbers, not tensors. */
    private static final Set<String> NUMBERS = Set.of("math.", "np.", "numpy.");

    private static final Set<String> KEYWORDS = Set.of(
            "if", "elif", "else", "while", "for", "in", "and", "or", "not", "is", "return", "lambda", "assert", "yield",
            "await", "with", "print", "def", "class", "del", "except");

    /** Never tried from within a name, and never with less of a name: long ones would take minutes. */
    private static final Pattern CALL =
            Pattern.compile("(?<![\\w.])(\\.\\s*+)?((?:[A-Za-z_]\\w*+\\s*+\\.\\s*+)*+)([A-Za-z_]\\w*+)\\s*+\\(");

    private Calls() {}

    /**
     * One call.
     *
     * @param owner what stands before the name, with the dot behind it; may be empty
     */
    record Call(String owner, String name) {
        /** Whether it rounds a tensor by itself. */
        boolean rounds() {
            // Without an owner it is Python's own, of numbers, unless it was imported.
            return ROUNDING.contains(name) && !NUMBERS.contains(owner);
        }

        /** Whether it is of rounding, or goes with it. */
        boolean isAroundRounding() {
            return ROUNDING.contains(name) || AROUND_ROUNDING.contains(name);
        }

        @Override
        public String toString() {
            return owner + name;
        }
    }

    /** All calls, in the order of the code. */
    static List<Call> of(String code) {
        return CALL.matcher(code)
                .results()
                .map(found -> new Call(owner(found.group(1)) + owner(found.group(2)), found.group(3)))
                .filter(call -> !KEYWORDS.contains(call.name()))
                .toList();
    }

    private static String owner(String found) {
        return found == null ? "" : found.replaceAll("\\s", "");
    }
}
