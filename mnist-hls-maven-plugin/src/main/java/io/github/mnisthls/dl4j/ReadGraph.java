/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.Flattening;
import io.github.mnisthls.network.file.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.CNN2DFormat;

/** What was read of a network so far. Values have numbers as in {@link Architecture}. */
final class ReadGraph {
    private final Shape input;
    private final LayerNames names = new LayerNames();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Parameters> parameters = new TreeMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    /** For each value that is a vector what it was before it was flattened; else its own shape. */
    private final List<Shape> images = new ArrayList<>();

    /** The padding of each value that a layer of zero padding gives. */
    private final Map<Integer, Padding> paddings = new TreeMap<>();

    /** In which order all the network's images lie; null until a layer tells. */
    private CNN2DFormat format;

    ReadGraph(Shape input) {
        this.input = input;
        shapes.add(input);
        images.add(input);
    }

    LayerNames names() {
        return names;
    }

    Shape shape(int value) {
        return shapes.get(value);
    }

    /** The shape before it was flattened, if it was. */
    Shape image(int value) {
        return images.get(value);
    }

    /** Adds a layer of one input. */
    int add(Layer layer, int from) {
        return add(layer, List.of(from));
    }

    /** Adds a layer and gives the number of its value. */
    int add(Layer layer, List<Integer> inputs) {
        Shape shape = layer.outputShape(inputs.stream().map(shapes::get).toList());
        images.add(Flattening.keepsOrder(layer) ? joinedImage(shape, inputs) : shape);
        nodes.add(new Node(layer, inputs));
        shapes.add(shape);
        return nodes.size();
    }

    int add(Layer layer, int from, Parameters values) {
        parameters.put(layer.name(), values);
        return add(layer, from);
    }

    /** Vectors that were images and are joined end to end have no one order, so that only channels first is left. */
    private Shape joinedImage(Shape shape, List<Integer> inputs) {
        if (!shape.isVector()) {
            return shape;
        }
        Shape first = images.get(inputs.get(0));
        boolean alike = inputs.stream().map(images::get).allMatch(first::equals);
        if (alike && first.size() == shape.size()) {
            return first;
        }
        boolean ordered = inputs.stream().map(images::get).allMatch(Shape::isVector);
        if (format == CNN2DFormat.NHWC && !ordered) {
            throw Refusal.unsupported(
                    "inputs",
                    "vectors that were images with channels last",
                    "images joined before they become vectors");
        }
        return shape;
    }

    int addPadding(Layer layer, Padding padding, int from) {
        int value = add(layer, from);
        paddings.put(value, padding);
        return value;
    }

    /** The padding that a layer of its own put around this value; none if there is no such layer. */
    Padding paddingOf(int value) {
        return paddings.getOrDefault(value, Padding.NONE);
    }

    /** The value that a layer of one input takes. */
    int sourceOf(int value) {
        return nodes.get(value - 1).inputs().get(0);
    }

    /** Channels first or last, but the same throughout: DL4J turns no image around between two layers. */
    void requireSameFormat(CNN2DFormat seen) {
        if (format != null && seen != format) {
            throw Refusal.unsupported(
                    "data format", seen, "one format for all layers, which is " + format + " before it");
        }
        format = seen;
    }

    Layout layout() {
        return format == CNN2DFormat.NHWC ? Layout.DL4J_CHANNELS_LAST : Layout.DL4J;
    }

    /** The network without what its output does not depend on. */
    Network build(int output) {
        Architecture architecture = new Architecture("network", input, PixelScaling.UNIT, nodes, output);
        return NeededLayers.of(new Network(architecture, parameters));
    }
}
