/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;

/** An architecture as JSON: name, input extents in CHW order, and the layers. */
public final class ArchitectureJson {
    private ArchitectureJson() {}

    public static ObjectNode write(Architecture architecture) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", architecture.name());
        Shape input = architecture.input();
        node.putArray("input").add(input.channels()).add(input.height()).add(input.width());
        ArrayNode layers = node.putArray("layers");
        architecture.layers().forEach(layer -> layers.add(LayerJson.write(layer)));
        return node;
    }

    /**
     * Reads what {@link #write} wrote, or a user by hand.
     *
     * @param where the file, for messages
     * @throws io.github.mnisthls.settings.InvalidSettingException if it describes no network that is supported
     */
    public static Architecture read(String where, JsonNode json) {
        CheckedNode node = new CheckedNode(where, json);
        int[] input = node.integers("input", 3, null);
        JsonNode list = node.required("layers");
        if (!list.isArray()) {
            throw node.wrong("layers", list, "it must be a list");
        }
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : list) {
            layers.add(LayerJson.read(new CheckedNode(where, layer)));
        }
        return new Architecture(node.text("name", "network"), new Shape(input[0], input[1], input[2]), layers);
    }
}
