/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The network in exact integers: the one truth that emulation, C simulation and hardware must equal bit for bit. Values
 * have numbers: 0 is the image, {@code i + 1} is what node {@code i} gives.
 *
 * @param precision as the user wrote it, such as {@code ap_fixed<16,8>} or {@code auto:8}
 * @param nodes     in topological order, at least one; the last gives the logits, and all others are needed for it
 */
public record QuantizedNetwork(String name, String precision, QuantizedInput input, List<QuantizedNode> nodes) {
    public QuantizedNetwork {
        nodes = List.copyOf(nodes);
        List<Operand> values = new ArrayList<>();
        values.add(new Operand(input.shape(), input.format()));
        for (QuantizedNode node : nodes) {
            check(node, values);
            values.add(new Operand(node.layer().output(), node.layer().outputFormat()));
        }
        List<QuantizedNode> all = nodes;
        for (int value = 1; value < nodes.size(); value++) {
            int number = value;
            if (all.stream().noneMatch(node -> node.inputs().contains(number))) {
                throw new IllegalArgumentException("nothing takes what layer "
                        + nodes.get(value - 1).layer().name() + " gives");
            }
        }
    }

    /** A chain: each layer takes what the one before it gives. */
    public static QuantizedNetwork chain(
            String name, String precision, QuantizedInput input, List<? extends QuantizedLayer> layers) {
        return new QuantizedNetwork(
                name,
                precision,
                input,
                IntStream.range(0, layers.size())
                        .mapToObj(i -> new QuantizedNode(layers.get(i), List.of(i)))
                        .toList());
    }

    /** A vector may be the image that it was before it was flattened. */
    private static void check(QuantizedNode node, List<Operand> values) {
        QuantizedLayer layer = node.layer();
        boolean fits = node.inputs().size() == layer.inputs().size();
        for (int i = 0; fits && i < node.inputs().size(); i++) {
            int value = node.inputs().get(i);
            fits = value >= 0
                    && value < values.size()
                    && layer.inputs().get(i).shape().size()
                            == values.get(value).shape().size()
                    && layer.inputs().get(i).format().equals(values.get(value).format());
        }
        if (!fits) {
            throw new IllegalArgumentException("layer " + layer.name() + " takes " + layer.inputs()
                    + " but gets values " + node.inputs() + " of " + values);
        }
    }

    /** The layers in the nodes' order. */
    public List<QuantizedLayer> layers() {
        return nodes.stream().map(QuantizedNode::layer).toList();
    }

    /** The image, then what each node gives. */
    public List<Operand> values() {
        List<Operand> values = new ArrayList<>();
        values.add(new Operand(input.shape(), input.format()));
        nodes.forEach(node ->
                values.add(new Operand(node.layer().output(), node.layer().outputFormat())));
        return List.copyOf(values);
    }

    /** The nodes that take a value, once for each time that they take it; in the nodes' order. */
    public List<Integer> readers(int value) {
        return IntStream.range(0, nodes.size())
                .boxed()
                .flatMap(i -> nodes.get(i).inputs().stream()
                        .filter(input -> input == value)
                        .map(input -> i))
                .toList();
    }

    /** The layer that gives the logits. */
    public QuantizedLayer last() {
        return nodes.get(nodes.size() - 1).layer();
    }

    /** Number of logits. */
    public int classes() {
        return last().output().size();
    }
}
