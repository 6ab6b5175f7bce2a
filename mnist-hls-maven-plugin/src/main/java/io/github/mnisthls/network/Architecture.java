/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A network without its weights: a graph of layers, each known to fit its inputs. Values have numbers: 0 is the image,
 * {@code i + 1} is what node {@code i} gives.
 *
 * @param name   the network's title in reports: any text of one line
 * @param input  shape of one image
 * @param pixels what the network sees of a pixel value
 * @param nodes  in topological order: every node's inputs are values before its own
 * @param output value that holds the logits, a vector; nodes that it does not depend on are further outputs of a model,
 *               which nothing computes
 */
public record Architecture(String name, Shape input, PixelScaling pixels, List<Node> nodes, int output) {
    public Architecture {
        name = LayerChecks.title(name);
        pixels.checkChannels(input.channels());
        nodes = List.copyOf(nodes);
        checkNames(nodes);
        List<Shape> shapes = shapes(input, nodes);
        if (output < 1 || output >= shapes.size() || !shapes.get(output).isVector()) {
            throw new InvalidSettingException(
                    "<layers>",
                    output < 1 || output >= shapes.size() ? input : shapes.get(output),
                    "the network must end in a vector of logits, one per class",
                    "End it with a dense or global average pooling layer.");
        }
    }

    /** A graph whose last node gives the logits. */
    public Architecture(String name, Shape input, PixelScaling pixels, List<Node> nodes) {
        this(name, input, pixels, nodes, nodes.size());
    }

    /** A chain: each layer takes what the one before it gives. */
    public Architecture(String name, Shape input, List<Layer> layers) {
        this(name, input, PixelScaling.UNIT, chain(layers));
    }

    private static List<Node> chain(List<Layer> layers) {
        return IntStream.range(0, layers.size())
                .mapToObj(i -> new Node(layers.get(i), List.of(i)))
                .toList();
    }

    private static void checkNames(List<Node> nodes) {
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            String name = node.layer().name();
            if (!names.add(name)) {
                throw new InvalidSettingException(
                        "layer name", name, "it occurs twice", "Give each layer a name of its own.");
            }
        }
    }

    private static List<Shape> shapes(Shape input, List<Node> nodes) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(input);
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            for (int value : node.inputs()) {
                if (value < 0 || value > i) {
                    throw new IllegalArgumentException("layer " + node.layer().name() + " takes value " + value
                            + ", which is not computed before it");
                }
            }
            shapes.add(node.layer().checkedOutputShape(pick(shapes, node.inputs())));
        }
        return List.copyOf(shapes);
    }

    private static List<Shape> pick(List<Shape> shapes, List<Integer> values) {
        return values.stream().map(shapes::get).toList();
    }

    /** The layers in the nodes' order. */
    public List<Layer> layers() {
        return nodes.stream().map(Node::layer).toList();
    }

    /** Shape of each value: the image, then the output of each node. */
    public List<Shape> shapes() {
        return shapes(input, nodes);
    }

    /** Shapes of the inputs of each node. */
    public List<List<Shape>> inputShapes() {
        List<Shape> shapes = shapes();
        return nodes.stream().map(node -> pick(shapes, node.inputs())).toList();
    }

    /** The nodes that take a value, once for each time that they take it; in the nodes' order. */
    public List<Integer> readers(int value) {
        List<Integer> readers = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (int input : nodes.get(i).inputs()) {
                if (input == value) {
                    readers.add(i);
                }
            }
        }
        return readers;
    }

    /** Whether each node takes what the one before it gives and nothing else, and the last gives the logits. */
    public boolean isChain() {
        return output == nodes.size()
                && IntStream.range(0, nodes.size())
                        .allMatch(i -> nodes.get(i).inputs().equals(List.of(i)));
    }

    /** The same network without the nodes that the logits do not depend on. */
    public Architecture needed() {
        TreeSet<Integer> needed = new TreeSet<>(List.of(output));
        for (int value = output; value > 0; value--) {
            if (needed.contains(value)) {
                needed.addAll(nodes.get(value - 1).inputs());
            }
        }
        needed.add(0);
        List<Integer> kept = List.copyOf(needed);
        List<Node> left = kept.stream()
                .filter(value -> value > 0)
                .map(value -> nodes.get(value - 1))
                .map(node -> new Node(
                        node.layer(), node.inputs().stream().map(kept::indexOf).toList()))
                .toList();
        return new Architecture(name, input, pixels, left);
    }

    /** Number of logits. */
    public int classes() {
        return shapes().get(output).size();
    }

    /** Multiply-accumulates per image. */
    public long macs() {
        List<List<Shape>> inputs = inputShapes();
        return IntStream.range(0, nodes.size())
                .mapToLong(i -> nodes.get(i).layer().macs(inputs.get(i)))
                .sum();
    }

    /** Number of trained values. */
    public int parameterCount() {
        List<List<Shape>> inputs = inputShapes();
        return IntStream.range(0, nodes.size())
                .map(i -> nodes.get(i).layer().parameterCount(inputs.get(i)))
                .sum();
    }
}
