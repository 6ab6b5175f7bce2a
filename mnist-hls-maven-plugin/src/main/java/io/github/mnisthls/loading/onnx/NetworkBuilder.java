/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerNames;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the layers in their order. */
final class NetworkBuilder {
    private final Shape input;
    private final LayerNames names = new LayerNames();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<String, Map<String, FloatVector>> parameters = new TreeMap<>();
    private final Map<String, String> originals = new TreeMap<>();

    NetworkBuilder(Shape input) {
        this.input = input;
        shapes.add(input);
    }

    /** Makes a layer under the name that it is given. */
    interface Named {
        Layer called(String name);
    }

    /** Adds a layer; gives the value that it computes. */
    int add(OnnxNode node, Named maker, Map<String, FloatVector> trained, List<Integer> inputs) {
        String name = names.unique(node.name());
        Layer layer = maker.called(name);
        shapes.add(layer.outputShape(inputs.stream().map(shapes::get).toList()));
        nodes.add(new Node(layer, inputs));
        parameters.put(name, new TreeMap<>(trained));
        originals.put(name, node.title());
        return nodes.size();
    }

    int add(OnnxNode node, Named maker, int value) {
        return add(node, maker, Map.of(), List.of(value));
    }

    Shape shape(int value) {
        return shapes.get(value);
    }

    /** The same values as a vector; the layers count them in the order channel, row, column. */
    int flat(OnnxNode node, int value) {
        return shape(value).isVector() ? value : add(node, Flatten::new, value);
    }

    /** The same as the output of a model. */
    int flat(int value) {
        if (shape(value).isVector()) {
            return value;
        }
        String name = names.unique("flatten");
        shapes.add(Shape.vector(shape(value).size()));
        nodes.add(new Node(new Flatten(name), List.of(value)));
        parameters.put(name, new TreeMap<>());
        originals.put(name, "the output");
        return nodes.size();
    }

    /** Adds to the bias of the layer that computes a value, if it is one that has weights. */
    boolean shift(int value, double[] amounts) {
        Optional<Layer> biased =
                value == 0 ? Optional.empty() : nodes.get(value - 1).layer().withBias();
        if (biased.isEmpty() || shape(value).channels() != amounts.length) {
            return false;
        }
        Layer layer = biased.get();
        Map<String, FloatVector> trained = parameters.get(layer.name());
        float[] bias = trained.containsKey(ParameterSpec.BIAS)
                ? trained.get(ParameterSpec.BIAS).toArray()
                : new float[amounts.length];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (float) (bias[i] + amounts[i]);
        }
        trained.put(ParameterSpec.BIAS, FloatVector.of(bias));
        nodes.set(value - 1, new Node(layer, nodes.get(value - 1).inputs()));
        return true;
    }

    OnnxModel build(String name, int output) {
        Architecture architecture =
                new Architecture(new LayerNames().unique(name), input, PixelScaling.UNIT, nodes, output);
        Map<String, Parameters> trained = new TreeMap<>();
        parameters.forEach((layer, values) -> {
            if (!values.isEmpty()) {
                trained.put(layer, new NamedParameters(values));
            }
        });
        return new OnnxModel(new Network(architecture, trained), originals);
    }
}
