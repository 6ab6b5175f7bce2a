/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that a generated design cannot take: words of the languages that it passes through, and what stands beside it. */
final class ReservedNames {
    private static final String LIST = "reserved-names.txt";
    private static final String VHDL = "VHDL";

    /** The hardware languages and the tools' scripts, which see the top function's name only. */
    private static final List<String> TOOLS = List.of("Verilog and SystemVerilog", VHDL, "Tcl");

    /** A function of the design may overload these, as its parameters are others. */
    private static final String FUNCTIONS = "functions of the C library";

    /** These are seen only within a struct. */
    private static final String MEMBERS = "members of the layers";

    private static final Pattern GENERATED = Pattern.compile("k[A-Z]\\w*|MNIST_HLS_\\w*|\\w*_HPP");

    private static final Map<String, Set<String>> SECTIONS = read();

    private ReservedNames() {}

    /** What keeps the top function from having the name, such as {@code macros of the standard headers}. */
    static Optional<String> ofTop(String name) {
        return find(name, List.of(FUNCTIONS, MEMBERS));
    }

    /** What keeps the namespace, or a part of it, from having the name. */
    static Optional<String> ofNamespace(String name) {
        return find(name, union(TOOLS, List.of(MEMBERS)));
    }

    /** Whether the struct of a layer cannot have the name. */
    static boolean isTakenInNamespace(String name) {
        return find(name, union(TOOLS, List.of(FUNCTIONS))).isPresent();
    }

    /** All words by the reason that they are reserved for; of VHDL in small letters. */
    static Map<String, Set<String>> sections() {
        return Map.copyOf(SECTIONS);
    }

    private static Optional<String> find(String name, List<String> without) {
        if (GENERATED.matcher(name).matches()) {
            return Optional.of("tables, guards and macros of the generated code");
        }
        return SECTIONS.keySet().stream()
                .filter(section -> !without.contains(section))
                .filter(section ->
                        SECTIONS.get(section).contains(section.equals(VHDL) ? name.toLowerCase(Locale.ROOT) : name))
                .sorted()
                .findFirst();
    }

    private static List<String> union(List<String> some, List<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static Map<String, Set<String>> read() {
        try (InputStream in = ReservedNames.class.getResourceAsStream(LIST)) {
            Map<String, Set<String>> sections = new HashMap<>();
            Set<String> section = new HashSet<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), title -> new HashSet<>());
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    section.addAll(List.of(line.split(" ", -1)));
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's jar is damaged: " + LIST, e);
        }
    }
}
