/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.widths;

import io.github.mnisthls.quantization.NamedLayers;
import io.github.mnisthls.quantization.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bits by key of {@code <precision>}.
 *
 * @param others of what has no key
 */
record Widths(Map<String, Integer> bits, int others) {
    private static final String INPUT = "input";
    private static final String WEIGHTS = ".weights";
    private static final String OUTPUTS = ".outputs";

    Widths {
        bits = new LinkedHashMap<>(bits);
    }

    /** The same width everywhere. The logits are sums and are passed on as they are. */
    static Widths uniform(NamedLayers layers, int width) {
        List<String> weighted = List.copyOf(layers.weighted());
        List<String> keys = new ArrayList<>(List.of(INPUT));
        for (int i = 0; i < weighted.size(); i++) {
            keys.add(weighted.get(i) + WEIGHTS);
            if (i + 1 < weighted.size()) {
                keys.add(weighted.get(i) + OUTPUTS);
            }
        }
        layers.others().forEach(layer -> keys.add(layer + OUTPUTS));
        Map<String, Integer> bits = new LinkedHashMap<>();
        keys.forEach(key -> bits.put(key, width));
        return new Widths(bits, width);
    }

    List<String> keys() {
        return List.copyOf(bits.keySet());
    }

    int of(String key) {
        return bits.get(key);
    }

    Widths with(String key, int width) {
        Widths changed = new Widths(bits, others);
        changed.bits.put(key, width);
        return changed;
    }

    Precision precision() {
        return Precision.parse(bits.entrySet().stream()
                .map(entry -> entry.getKey() + "=auto:" + entry.getValue())
                .collect(Collectors.joining("; ", "", "; *=auto:" + others)));
    }
}
