/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.kind;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes an architecture from layers as people write them, in the order in which they stand. A layer takes what the one
 * before it gives, unless it names its inputs.
 */
public final class GraphBuilder {
    /** The image, unless a layer is called so. */
    public static final String IMAGE = "input";

    private final String name;
    private final Shape input;
    private final PixelScaling pixels;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<String, Integer> values = new LinkedHashMap<>();

    /** A network without layers. */
    public GraphBuilder(String name, Shape input, PixelScaling pixels) {
        this.name = name;
        this.input = input;
        this.pixels = pixels;
        shapes.add(input);
    }

    /**
     * Adds a layer.
     *
     * @param kind        one of {@link LayerDescriptors}
     * @param defaultName null where a name must be given
     * @param written     texts by property
     * @param place       tells where a property is written, for messages
     * @throws InvalidSettingException if a property or an input does not fit
     */
    public void add(
            LayerDescriptor<?> kind, String defaultName, Map<String, String> written, UnaryOperator<String> place) {
        LayerProperties properties = new LayerProperties(kind, defaultName, written, place);
        List<Integer> from = properties.inputs().isEmpty()
                ? List.of(nodes.size())
                : properties.inputs().stream()
                        .map(source -> value(source, properties))
                        .toList();
        List<Shape> inputs = from.stream().map(shapes::get).toList();
        Layer layer = kind.create().apply(properties, inputs);
        shapes.add(layer.checkedOutputShape(inputs));
        nodes.add(new Node(layer, from));
        values.putIfAbsent(layer.name(), nodes.size());
    }

    private int value(String source, LayerProperties properties) {
        Integer value = values.get(source);
        if (value != null) {
            return value;
        }
        if (source.equals(IMAGE)) {
            return 0;
        }
        throw new InvalidSettingException(
                properties.inputsPlace(),
                source,
                "no layer before '" + properties.name() + "' has this name",
                "Name layers that stand before it, or " + IMAGE + " for the image; there are "
                        + (values.isEmpty() ? "none yet" : String.join(", ", values.keySet())) + ".");
    }

    /**
     * The architecture.
     *
     * @param output the layer that gives the logits; the last one if empty
     */
    public Architecture build(Optional<String> output) {
        int value = output.map(layer -> Optional.ofNullable(values.get(layer))
                        .orElseThrow(() -> new InvalidSettingException(
                                "output of network '" + name + "'",
                                layer,
                                "no layer has this name",
                                "Name one of " + String.join(", ", values.keySet()) + ".")))
                .orElse(nodes.size());
        return new Architecture(name, input, pixels, nodes, value);
    }
}
