/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Gives properties of Keras 1 the names that they have had since Keras 2. */
final class LegacyNames {
    private static final Map<String, String> PROPERTIES = Map.of(
            "nb_filter", "filters",
            "output_dim", "units",
            "subsample", "strides",
            "border_mode", "padding",
            "dim_ordering", "data_format",
            "bias", "use_bias",
            "atrous_rate", "dilation_rate",
            "filter_length", "kernel_size",
            "subsample_length", "strides",
            "stride", "strides");

    private static final Map<String, String> FORMATS = Map.of("tf", "channels_last", "th", "channels_first");

    private LegacyNames() {}

    static JsonNode renewed(KerasFile file) {
        if (!file.version().startsWith("1.")) {
            return file.model();
        }
        JsonNode copy = file.model().deepCopy();
        JsonNode config = copy.path("config");
        JsonNode layers = config.isArray() ? config : config.path("layers");
        layers.forEach(layer -> {
            if (layer.path("config") instanceof ObjectNode properties) {
                renew(properties);
            }
        });
        return copy;
    }

    private static void renew(ObjectNode config) {
        PROPERTIES.forEach((old, name) -> {
            if (config.has(old) && !config.has(name)) {
                config.set(name, config.remove(old));
            }
        });
        String format = FORMATS.get(config.path("data_format").asText());
        if (format != null) {
            config.put("data_format", format);
        }
        if (config.has("nb_row") && config.has("nb_col")) {
            ArrayNode size = config.putArray("kernel_size");
            size.add(config.remove("nb_row")).add(config.remove("nb_col"));
        }
    }
}
