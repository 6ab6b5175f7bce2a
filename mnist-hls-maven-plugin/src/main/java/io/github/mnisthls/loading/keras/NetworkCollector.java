/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.LayerNames;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects the layers in their order. */
final class NetworkCollector {
    private final Shape input;
    private final boolean channelsFirst;
    private final String version;
    private final InputScaling scaling;
    private final LayerNames names = new LayerNames();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<String, Map<String, FloatVector>> parameters = new TreeMap<>();
    private final Map<String, String> originals = new TreeMap<>();

    NetworkCollector(Shape input, boolean channelsFirst, String version) {
        this.input = input;
        this.channelsFirst = channelsFirst;
        this.version = version;
        scaling = new InputScaling(input.channels());
        shapes.add(input);
    }

    boolean channelsFirst() {
        return channelsFirst;
    }

    /** Of Keras; empty if it is not known. */
    String version() {
        return version;
    }

    InputScaling scaling() {
        return scaling;
    }

    Shape shape(int value) {
        return shapes.get(value);
    }

    int add(
            String original,
            String title,
            Function<String, Layer> maker,
            Map<String, FloatVector> trained,
            List<Integer> inputs) {
        String name = names.unique(original);
        Layer layer = maker.apply(name);
        shapes.add(layer.outputShape(inputs.stream().map(shapes::get).toList()));
        nodes.add(new Node(layer, inputs));
        parameters.put(name, new TreeMap<>(trained));
        originals.put(name, title);
        return nodes.size();
    }

    /** The same values as a vector. */
    int flat(String original, String title, int value) {
        return shape(value).isVector() ? value : add(original, title, Flatten::new, Map.of(), List.of(value));
    }

    KerasModel build(String name, int output) {
        Architecture architecture =
                new Architecture(new LayerNames().unique(name), input, scaling.pixels(), nodes, output);
        Map<String, Parameters> trained = new TreeMap<>();
        parameters.forEach((layer, values) -> {
            if (!values.isEmpty()) {
                trained.put(layer, new NamedParameters(values));
            }
        });
        return new KerasModel(new Network(architecture, trained), originals);
    }
}
