/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The properties of one layer. What is there and is not asked for is refused, unless it matters for the training only. */
final class LayerConfig {
    private static final Pattern TRAINING_ONLY = Pattern.compile(".+_(initializer|regularizer|constraint)");

    /** How a layer is called, stored or trained; {@code batch_input_shape} is read with the input. */
    private static final Set<String> IGNORED = Set.of(
            "name",
            "trainable",
            "autocast",
            "batch_input_shape",
            "batch_shape",
            "input_dtype",
            "sparse",
            "ragged",
            "optional",
            "init",
            "input_dim",
            "input_length",
            "noise_shape",
            "seed",
            "implementation");

    private final JsonNode config;
    private final Set<String> read = new HashSet<>();

    LayerConfig(JsonNode config) {
        this.config = config;
    }

    /** A property, which is missing if it is null. */
    JsonNode node(String name) {
        read.add(name);
        JsonNode node = config.path(name);
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    boolean has(String name) {
        return config.hasNonNull(name);
    }

    /** The text of a property, which counts as unread. */
    String peek(String name) {
        return config.path(name).asText();
    }

    String word(String name, String otherwise) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isTextual()) {
            throw wrong(name, node, "A word is needed.");
        }
        return node.textValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = node(name);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw wrong(name, node, "true or false is needed.");
        }
        return node.asBoolean(otherwise);
    }

    /** True or false, which may also be 1 or 0. */
    boolean truth(String name, boolean otherwise) {
        JsonNode node = node(name);
        boolean number = node.isNumber() && (node.doubleValue() == 0 || node.doubleValue() == 1);
        return number ? node.doubleValue() == 1 : flag(name, otherwise);
    }

    /** A number, which may be the only one of a list or of an array as Keras 2 writes it. */
    double number(String name, double otherwise) {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        JsonNode value = node.path("value");
        JsonNode number = node.isObject() ? value : node;
        while (number.isArray() && number.size() == 1) {
            number = number.get(0);
        }
        if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
            throw wrong(name, node, "One finite number is needed.");
        }
        return number.doubleValue();
    }

    /** Numbers in a list that may be nested, or one number; empty if there is none. */
    double[] numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        JsonNode node = node(name);
        if (!node.isMissingNode()) {
            collect(name, node, numbers);
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(String name, JsonNode node, List<Double> numbers) {
        if (node.isArray()) {
            node.forEach(part -> collect(name, part, numbers));
        } else if (node.isNumber() && Double.isFinite(node.doubleValue())) {
            numbers.add(node.doubleValue());
        } else {
            throw wrong(name, node, "Finite numbers are needed.");
        }
    }

    int integer(String name) {
        JsonNode node = node(name);
        if (!node.isInt()) {
            throw wrong(name, node, "A whole number is needed.");
        }
        return node.intValue();
    }

    int integer(String name, int otherwise) {
        return has(name) ? integer(name) : missing(name, otherwise);
    }

    private int missing(String name, int otherwise) {
        read.add(name);
        return otherwise;
    }

    /** As many whole numbers as there are axes; one stands for all. */
    List<Integer> integers(String name, int axes, List<Integer> otherwise) {
        JsonNode node = node(name);
        if (node.isMissingNode() && !otherwise.isEmpty()) {
            return otherwise;
        }
        if (node.isInt()) {
            return Collections.nCopies(axes, node.intValue());
        }
        List<Integer> found = list(name);
        if (found.size() != axes) {
            throw wrong(name, node, axes + " whole numbers are needed.");
        }
        return found;
    }

    /** Whole numbers, as many as there are; one number is a list of one. */
    List<Integer> list(String name) {
        JsonNode node = node(name);
        List<Integer> found = new ArrayList<>();
        for (JsonNode part : node.isArray() ? node : List.of(node)) {
            if (!part.isInt()) {
                throw wrong(name, node, "Whole numbers are needed.");
            }
            found.add(part.intValue());
        }
        return found;
    }

    /** Refuses all values but one, which is also meant where there is none. */
    void only(String name, String value, String remedy) {
        JsonNode node = node(name);
        if (!node.isMissingNode() && !node.asText().equals(value)) {
            throw wrong(name, node, remedy);
        }
    }

    void ignore(String... names) {
        read.addAll(List.of(names));
    }

    static NotReadable wrong(String name, JsonNode value, String remedy) {
        return new NotReadable(name + " is " + (value.isMissingNode() ? "missing" : value), remedy);
    }

    /** Only float32 is computed as it was when the model was trained. */
    void checkType() {
        JsonNode type = node("dtype");
        String name = type.isObject() ? type.path("config").path("name").asText() : type.asText("float32");
        if (!type.isMissingNode() && !name.equals("float32")) {
            throw wrong("dtype", type, "Set the policy to float32 and save the model again.");
        }
    }

    /** Refuses properties that nobody has read. */
    void checkAllRead() {
        Map<String, JsonNode> left = new TreeMap<>();
        config.properties().forEach(field -> left.put(field.getKey(), field.getValue()));
        left.values().removeIf(JsonNode::isNull);
        left.keySet().removeAll(read);
        left.keySet()
                .removeIf(name ->
                        IGNORED.contains(name) || TRAINING_ONLY.matcher(name).matches());
        if (!left.isEmpty()) {
            throw new NotReadable(
                    "it has properties that are not known: " + left, "Save it with another version of Keras.");
        }
    }
}
