/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.kind.GraphBuilder;
import io.github.mnisthls.network.kind.LayerDescriptor;
import io.github.mnisthls.network.kind.LayerDescriptors;
import io.github.mnisthls.network.kind.LayerDescriptors.Written;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An architecture as JSON: name, input extents in CHW order, what the network sees of a pixel, and the layers. A layer
 * that takes what the one before it gives has no {@code inputs}; the last layer gives the logits unless {@code output}
 * names another.
 */
public final class ArchitectureJson {
    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String INPUT = "input";
    private static final String INPUT_MEAN = "inputMean";
    private static final String INPUT_SCALE = "inputScale";
    private static final String LAYERS = "layers";
    private static final String INPUTS = "inputs";
    private static final String OUTPUT = "output";

    /** What {@link #read} looks at. */
    static final List<String> FIELDS = List.of(NAME, INPUT, INPUT_MEAN, INPUT_SCALE, LAYERS, OUTPUT);

    private ArchitectureJson() {}

    /** As {@link #read} reads it. */
    public static ObjectNode write(Architecture architecture) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(NAME, architecture.name());
        Shape input = architecture.input();
        node.putArray(INPUT).add(input.channels()).add(input.height()).add(input.width());
        if (!architecture.pixels().isUnit()) {
            architecture.pixels().means().forEach(node.putArray(INPUT_MEAN)::add);
            architecture.pixels().scales().forEach(node.putArray(INPUT_SCALE)::add);
        }
        ArrayNode layers = node.putArray(LAYERS);
        for (int i = 0; i < architecture.nodes().size(); i++) {
            layers.add(write(architecture, i));
        }
        if (architecture.output() != architecture.nodes().size()) {
            node.put(OUTPUT, nameOf(architecture, architecture.output()));
        }
        return node;
    }

    private static ObjectNode write(Architecture architecture, int index) {
        Node node = architecture.nodes().get(index);
        Layer layer = node.layer();
        Written written = LayerDescriptors.written(layer);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(NAME, layer.name()).put(TYPE, written.kind());
        written.values().forEach((property, value) -> json.set(property, Json.tree(value)));
        if (!node.inputs().equals(List.of(index))) {
            ArrayNode inputs = json.putArray(INPUTS);
            node.inputs().forEach(value -> inputs.add(nameOf(architecture, value)));
        }
        return json;
    }

    private static String nameOf(Architecture architecture, int value) {
        return value == 0
                ? GraphBuilder.IMAGE
                : architecture.nodes().get(value - 1).layer().name();
    }

    /**
     * Reads what {@link #write} wrote, or a user by hand.
     *
     * @param where the file, for messages
     * @throws io.github.mnisthls.settings.InvalidSettingException if it describes no network that is supported
     */
    public static Architecture read(String where, JsonNode json) {
        try {
            return graph(where, json);
        } catch (InvalidSettingException e) {
            throw e.getMessage().contains(where) ? e : new InvalidSettingException(where + ": " + e.getMessage(), e);
        }
    }

    private static Architecture graph(String where, JsonNode json) {
        CheckedNode node = new CheckedNode(where, json);
        int[] input = node.integers(INPUT, 3, null);
        PixelScaling pixels = new PixelScaling(
                node.numbers(INPUT_MEAN, PixelScaling.UNIT.means()),
                node.numbers(INPUT_SCALE, PixelScaling.UNIT.scales()));
        GraphBuilder graph =
                new GraphBuilder(node.text(NAME, "network"), new Shape(input[0], input[1], input[2]), pixels);
        JsonNode list = node.required(LAYERS);
        if (!list.isArray()) {
            throw node.wrong(LAYERS, list, "it must be a list");
        }
        list.forEach(layer -> add(graph, where, new CheckedNode(where, layer)));
        return graph.build(node.has(OUTPUT) ? Optional.of(node.text(OUTPUT)) : Optional.empty());
    }

    private static void add(GraphBuilder graph, String where, CheckedNode layer) {
        String name = layer.text(NAME);
        String type = layer.text(TYPE);
        LayerDescriptor<?> kind = LayerDescriptors.named(type, where + " type of layer '" + name + "'", type);
        Map<String, String> properties = new TreeMap<>();
        layer.node().properties().forEach(field -> properties.put(field.getKey(), text(layer, field)));
        properties.remove(TYPE);
        graph.add(kind, null, properties, property -> where + " " + property + " of layer '" + name + "'");
    }

    /** As the POM would spell it: two extents are {@code 5x3}, everything else in a list is separated by commas. */
    private static String text(CheckedNode layer, Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        if (value.isValueNode() && !value.isNull()) {
            return value.asText();
        }
        boolean plain = value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(item -> item.isInt() || item.isTextual());
        if (!plain) {
            throw layer.wrong(field.getKey(), value, "it must be a number, text, true, false, or a list of them");
        }
        boolean isExtents = value.size() == 2 && value.get(0).isInt();
        return StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(isExtents ? "x" : ","));
    }
}
