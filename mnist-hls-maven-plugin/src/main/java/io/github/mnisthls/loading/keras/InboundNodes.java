/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.List;

/** From which layers a layer of a functional model takes its inputs: one form of Keras 1 and 2, and another of Keras 3. */
final class InboundNodes {
    private static final int ARGUMENTS = 3;

    private InboundNodes() {}

    static List<String> read(String layer, JsonNode nodes) {
        if (nodes.size() != 1) {
            throw new NotReadable(
                    layer + ": it is used " + nodes.size() + " times",
                    "Use each layer once; where weights are shared, make a copy of the layer.");
        }
        List<String> inputs = new ArrayList<>();
        JsonNode node = nodes.get(0);
        if (node.isObject()) {
            collect(layer, node.path("args"), inputs);
            checkArguments(layer, node.path("kwargs"));
        } else {
            for (JsonNode input : node.path(0).isTextual() ? List.of(node) : node) {
                inputs.add(history(layer, input));
                checkArguments(layer, input.path(ARGUMENTS));
            }
        }
        return inputs;
    }

    private static void collect(String layer, JsonNode arguments, List<String> inputs) {
        for (JsonNode argument : arguments) {
            if (argument.isArray()) {
                collect(layer, argument, inputs);
            } else if (argument.path("class_name").asText().equals("__keras_tensor__")) {
                inputs.add(history(layer, argument.path("config").path("keras_history")));
            } else if (!argument.isNull()) {
                throw new NotReadable(layer + ": it is called with " + argument, "Call layers with tensors only.");
            }
        }
    }

    /** Name of a layer, which of its uses, which of its outputs. */
    private static String history(String layer, JsonNode history) {
        if (!history.path(0).isTextual()
                || history.path(1).asInt(-1) != 0
                || history.path(2).asInt(-1) != 0) {
            throw new NotReadable(layer + ": its input is " + history, "Take the first output of a layer used once.");
        }
        return history.get(0).textValue();
    }

    /** Only what is said of the training. */
    private static void checkArguments(String layer, JsonNode arguments) {
        arguments.properties().forEach(field -> {
            boolean off = field.getValue().isNull() || !field.getValue().asBoolean(true);
            if (!(field.getKey().equals("training") && off) && !(field.getKey().equals("mask") && off)) {
                throw new NotReadable(layer + ": it is called with " + field, "Call it with its input only.");
            }
        });
    }
}
