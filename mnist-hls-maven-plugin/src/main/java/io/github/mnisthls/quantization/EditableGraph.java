/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A float network whose layers can be replaced and taken out. */
final class EditableGraph {
    /** What an item gives stands for the item; the image is an item without a layer. */
    static final class Item {
        private Layer layer;
        private Parameters parameters;
        private List<Item> inputs;
        private final Shape shape;

        private Item(Layer layer, Parameters parameters, List<Item> inputs, Shape shape) {
            this.layer = layer;
            this.parameters = parameters;
            this.inputs = inputs;
            this.shape = shape;
        }

        boolean isImage() {
            return layer == null;
        }

        Layer layer() {
            return layer;
        }

        /** Of what it gives. */
        Shape shape() {
            return shape;
        }

        Parameters parameters() {
            return parameters;
        }

        AffineParameters affine() {
            return (AffineParameters) parameters;
        }

        List<Item> inputs() {
            return inputs;
        }

        Item input() {
            return inputs.get(0);
        }

        /** Another layer with the same inputs and the same shape. */
        void become(Layer other, Parameters trained) {
            layer = other;
            parameters = trained;
        }
    }

    private final Architecture architecture;
    private final Map<String, FixedPointFormat> weightFormats;
    private final List<Item> items = new ArrayList<>();
    private final Item image;
    private Item output;

    /** The nodes that the logits depend on. */
    EditableGraph(Network network) {
        architecture = network.architecture().needed();
        weightFormats = new TreeMap<>(network.weightFormats());
        weightFormats
                .keySet()
                .retainAll(architecture.layers().stream().map(Layer::name).toList());
        image = new Item(null, null, List.of(), architecture.input());
        List<Item> values = new ArrayList<>(List.of(image));
        List<Shape> shapes = architecture.shapes();
        for (Node node : architecture.nodes()) {
            Layer layer = node.layer();
            Item item = new Item(
                    layer,
                    network.parameters().get(layer.name()),
                    node.inputs().stream().map(values::get).toList(),
                    shapes.get(values.size()));
            items.add(item);
            values.add(item);
        }
        output = values.get(values.size() - 1);
    }

    /** A copy of the list: items may be added and removed meanwhile. */
    List<Item> items() {
        return List.copyOf(items);
    }

    /** The items that take what this one gives, once for each time. */
    List<Item> readers(Item item) {
        List<Item> readers = new ArrayList<>();
        for (Item other : items) {
            other.inputs.stream().filter(input -> input == item).forEach(input -> readers.add(other));
        }
        return readers;
    }

    /** Whether one layer takes what this one gives, and nobody else does. */
    boolean hasOneReader(Item item) {
        return item != output && readers(item).size() == 1;
    }

    /** Takes an item out; who took what it gives takes its input. */
    void remove(Item item) {
        replaceInputs(item, item.input());
        items.remove(item);
    }

    /** Puts a layer right behind an item: who took what the item gives takes what the layer gives. */
    Item insertBehind(Item item, Layer layer) {
        Item added = new Item(layer, null, List.of(), layer.outputShape(List.of(item.shape)));
        replaceInputs(item, added);
        added.inputs = List.of(item);
        items.add(items.indexOf(item) + 1, added);
        return added;
    }

    /** Puts a layer right before an item, which takes it in the place of its first inputs. */
    void joinFirstInputs(Item item, Layer layer, int count) {
        List<Item> joined = item.inputs.subList(0, count);
        Item added = new Item(
                layer,
                null,
                joined,
                layer.outputShape(joined.stream().map(Item::shape).toList()));
        items.add(items.indexOf(item), added);
        List<Item> inputs = new ArrayList<>(List.of(added));
        inputs.addAll(item.inputs.subList(count, item.inputs.size()));
        item.inputs = inputs;
    }

    private void replaceInputs(Item before, Item after) {
        for (Item other : items) {
            other.inputs = other.inputs.stream()
                    .map(input -> input == before ? after : input)
                    .toList();
        }
        if (output == before) {
            output = after;
        }
    }

    /** Whether its weights were trained for a format, so that nothing may scale them. */
    boolean keepsWeights(Item item) {
        return weightFormats.containsKey(item.layer.name());
    }

    boolean isTaken(String name) {
        return items.stream().anyMatch(item -> item.layer.name().equals(name));
    }

    Network toNetwork() {
        IdentityHashMap<Item, Integer> values = new IdentityHashMap<>();
        values.put(image, 0);
        List<Node> nodes = new ArrayList<>();
        Map<String, Parameters> parameters = new TreeMap<>();
        for (Item item : items) {
            nodes.add(new Node(item.layer, item.inputs.stream().map(values::get).toList()));
            values.put(item, nodes.size());
            if (item.parameters != null) {
                parameters.put(item.layer.name(), item.parameters);
            }
        }
        return new Network(
                new Architecture(
                        architecture.name(), architecture.input(), architecture.pixels(), nodes, values.get(output)),
                parameters,
                weightFormats);
    }
}
