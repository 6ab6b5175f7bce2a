/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantizers as text: {@code quantized_bits(4,0,alpha=1)}. */
final class QuantizerText {
    private static final Pattern CALL = Pattern.compile("(\\w+)(?:\\(([^()]*)\\))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{0,9})?");

    /** The parameters in their order, as far as that is the same in all versions. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            Quantizer.BITS, List.of("bits", "integer", "symmetric", "keep_negative"),
            Quantizer.RELU, List.of("bits", "integer", "use_sigmoid", "negative_slope"),
            Quantizer.BINARY, List.of("use_01", "alpha"),
            Quantizer.TERNARY, List.of("alpha", "threshold"));

    private QuantizerText() {}

    /** The quantizer, or nothing if the text calls no function. */
    static Optional<Quantizer> parse(String property, String text) {
        Matcher call = CALL.matcher(text.strip());
        if (!call.matches()) {
            return Optional.empty();
        }
        String kind = call.group(1);
        List<String> names = PARAMETERS.getOrDefault(kind, List.of());
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        String arguments = call.group(2) == null ? "" : call.group(2).strip();
        String[] all = arguments.isEmpty() ? new String[0] : arguments.split(",", -1);
        for (int i = 0; i < all.length; i++) {
            String[] parts = all[i].split("=", 2);
            String value = parts[parts.length - 1].strip();
            if (parts.length == 1 && i >= names.size()) {
                throw LayerConfig.wrong(property, JsonNodeFactory.instance.textNode(text), "Name its parameters.");
            }
            put(config, parts.length == 1 ? names.get(i) : parts[0].strip(), value);
        }
        return Optional.of(new Quantizer(kind, new LayerConfig(config)));
    }

    private static void put(ObjectNode config, String name, String value) {
        if (value.equals("None")) {
            config.putNull(name);
        } else if (value.equals("True") || value.equals("False")) {
            config.put(name, value.equals("True"));
        } else if (!NUMBER.matcher(value).matches()) {
            config.put(name, value.replace("'", "").replace("\"", ""));
        } else if (value.contains(".")) {
            config.put(name, Double.parseDouble(value));
        } else {
            config.put(name, Integer.parseInt(value));
        }
    }
}
