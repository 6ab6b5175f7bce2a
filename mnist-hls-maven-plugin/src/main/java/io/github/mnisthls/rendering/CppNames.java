/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** C++ names of layers: {@code conv1} has the struct {@code Conv1} and the table {@code kConv1Weights}. */
final class CppNames {
    private static final Pattern UNDERSCORES = Pattern.compile("_+");

    private CppNames() {}

    /** One struct name per layer, all different, and different from what stands in them, beside them, and in headers. */
    static List<String> structs(QuantizedNetwork network, DesignNames design) {
        Set<String> taken = new HashSet<>(Set.of(design.top(), design.outerNamespace()));
        List<String> names = new ArrayList<>();
        for (QuantizedLayer layer : network.layers()) {
            String name = camelCase(layer.name());
            String unique = name;
            for (int i = 2; ReservedNames.isTakenInNamespace(unique) || !taken.add(unique); i++) {
                unique = name + "Layer" + i;
            }
            names.add(unique);
        }
        return names;
    }

    /** An include guard. */
    static String guard(DesignNames names, String file) {
        return (names.namespace().replace("::", "_") + "_" + names.prefix() + file + "_HPP").toUpperCase(Locale.ROOT);
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : UNDERSCORES.split(name, 0)) {
            if (!word.isEmpty()) {
                camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return camel.toString();
    }
}
