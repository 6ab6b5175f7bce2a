/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A JSON object from a file that a user wrote; what is missing or of the wrong kind is refused by name.
 *
 * @param where the file, for messages
 */
record CheckedNode(String where, JsonNode node) {
    CheckedNode {
        if (!node.isObject()) {
            throw new InvalidSettingException(
                    where, abbreviated(node), "an object was expected here", "See the documentation of <model>.");
        }
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw wrong(name, value, "it must be text");
        }
        return value.textValue();
    }

    String text(String name, String otherwise) {
        return node.has(name) ? text(name) : otherwise;
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** Numbers, one or a list of them. */
    List<Double> numbers(String name, List<Double> otherwise) {
        if (!node.has(name)) {
            return otherwise;
        }
        List<Double> numbers = new ArrayList<>();
        JsonNode given = node.get(name);
        for (JsonNode value : given.isArray() ? given : List.of(given)) {
            if (!value.isNumber()) {
                throw wrong(name, given, "it must be a number or a list of numbers");
            }
            numbers.add(value.doubleValue());
        }
        return numbers;
    }

    /** Whole numbers; {@code otherwise} where there are none, an error if that is null. */
    int[] integers(String name, int count, int[] otherwise) {
        if (otherwise != null && !node.has(name)) {
            return otherwise;
        }
        JsonNode values = required(name);
        if (!values.isArray() || values.size() != count) {
            throw wrong(name, values, "it must be a list of " + count + " whole numbers");
        }
        int[] result = new int[count];
        for (int i = 0; i < count; i++) {
            if (!values.get(i).isInt()) {
                throw wrong(name, values, "it must be a list of " + count + " whole numbers");
            }
            result[i] = values.get(i).intValue();
        }
        return result;
    }

    /** Refuses what would be passed over, and might change what the network computes. */
    void allowOnly(Collection<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new InvalidSettingException(
                        where + " " + name,
                        abbreviated(node.get(name)),
                        "this property is not supported",
                        "Supported here: " + String.join(", ", names) + ".");
            }
        });
    }

    JsonNode required(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new InvalidSettingException(
                    where, abbreviated(node), "'" + name + "' is missing", "See the documentation of <model>.");
        }
        return value;
    }

    InvalidSettingException wrong(String name, JsonNode value, String problem) {
        return new InvalidSettingException(
                where + " " + name, abbreviated(value), problem, "See the documentation of <model>.");
    }

    private static String abbreviated(JsonNode value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
