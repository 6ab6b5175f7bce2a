/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to round with a gradient, as scripts write them. */
final class StraightThrough {
    private static final Pattern LIBRARY =
            Pattern.compile("(brevitas|qkeras|hgq|torch\\.ao|torch\\.quantization|pytorch_quantization|nncf)\\b.*");
    private static final Pattern FROM = Pattern.compile("from\\s+([\\w.]+)\\s+import\\s+(.*)");
    private static final Pattern IMPORT = Pattern.compile("import\\s+(.*)");
    private static final Pattern ALIAS = Pattern.compile("([\\w.]+)(?:\\s+as\\s+(\\w+))?");

    private StraightThrough() {}

    /** The trick with {@code detach}: what rounding adds is taken for a constant, as in {@code x + (round(x) - x).detach()}. */
    static boolean hasDetachTrick(String code) {
        return code.replaceAll("\\s", "").contains(".detach()") && code.contains("-") && code.contains("+");
    }

    /** Fake quantization of PyTorch itself has a gradient. */
    static boolean isFakeQuantization(Calls.Call call) {
        return call.name().startsWith("fake_quantize");
    }

    /** By the name that the script gives it, the library of quantizers that something comes from. */
    static Map<String, String> imports(PythonText text) {
        Map<String, String> known = new LinkedHashMap<>();
        for (LogicalLine line : text.statements()) {
            Matcher from = FROM.matcher(line.code());
            Matcher plain = IMPORT.matcher(line.code());
            if (from.matches()) {
                names(from.group(2))
                        .forEach((name, local) ->
                                library(from.group(1) + "." + name).ifPresent(library -> known.put(local, library)));
            } else if (plain.matches()) {
                names(plain.group(1))
                        .forEach((name, local) -> library(name).ifPresent(library -> known.put(local, library)));
            }
        }
        return known;
    }

    private static Map<String, String> names(String list) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher found = ALIAS.matcher(list.replaceAll("[()]", " "));
        while (found.find()) {
            names.put(found.group(1), Optional.ofNullable(found.group(2)).orElse(found.group(1)));
        }
        return names;
    }

    private static Optional<String> library(String module) {
        Matcher library = LIBRARY.matcher(module);
        return library.matches() ? Optional.of(library.group(1)) : Optional.empty();
    }
}
