/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.Json;
import java.util.Map;
import java.util.TreeMap;

/** Collects what a step depends on, as texts by name. */
final class Inputs {
    private final Map<String, String> values = new TreeMap<>();

    /** Adds a text or number. */
    Inputs add(String name, Object value) {
        values.put(name, value.toString());
        return this;
    }

    /** Adds texts by name. */
    Inputs addAll(Map<String, String> others) {
        values.putAll(others);
        return this;
    }

    /** Adds texts by name, as {@code name.text's name}. */
    Inputs addAll(String name, Map<String, String> others) {
        others.forEach((key, value) -> values.put(name + "." + key, value));
        return this;
    }

    /** Adds each component of a settings record, as {@code name.component}. */
    Inputs addAll(String name, Record settings) {
        flatten(name, Json.tree(settings));
        return this;
    }

    /** Adds each field of a JSON object, as {@code name.field}. */
    Inputs addAll(String name, ObjectNode settings) {
        flatten(name, settings);
        return this;
    }

    Map<String, String> toMap() {
        return values;
    }

    private void flatten(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(name + "." + field.getKey(), field.getValue()));
        } else {
            values.put(name, node.isValueNode() ? node.asText() : node.toString());
        }
    }
}
