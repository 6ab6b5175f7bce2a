/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sequential network without its weights: every layer is known to fit its input.
 *
 * @param name   names the network in reports; a letter followed by letters, digits and underscores
 * @param input  shape of one image
 * @param layers in the order of computation; the last one that computes gives the logits
 */
public record Architecture(String name, Shape input, List<Layer> layers) {
    public Architecture {
        Names.check(name);
        layers = List.copyOf(layers);
        Set<String> names = new HashSet<>();
        Shape shape = input;
        for (Layer layer : layers) {
            if (!names.add(layer.name())) {
                throw new InvalidSettingException(
                        "layer name", layer.name(), "it occurs twice", "Give each layer a name of its own.");
            }
            shape = layer.outputShape(shape);
        }
        if (layers.isEmpty() || !shape.isVector()) {
            throw new InvalidSettingException(
                    "<layers>",
                    shape,
                    "the network must end in a vector of logits, one per class",
                    "End it with a dense or global average pooling layer.");
        }
    }

    /** The layer's input shape. */
    public Shape inputShapeOf(Layer layer) {
        return shapes().get(layers.indexOf(layer));
    }

    /** Input shape of each layer, followed by the output shape of the last. */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(input);
        for (Layer layer : layers) {
            shapes.add(layer.outputShape(shapes.get(shapes.size() - 1)));
        }
        return List.copyOf(shapes);
    }

    /** Number of logits. */
    public int classes() {
        List<Shape> shapes = shapes();
        return shapes.get(shapes.size() - 1).size();
    }

    /** Multiply-accumulates per image. */
    public long macs() {
        List<Shape> shapes = shapes();
        long sum = 0;
        for (int i = 0; i < layers.size(); i++) {
            sum += layers.get(i).macs(shapes.get(i));
        }
        return sum;
    }

    /** Number of trained values. */
    public int parameterCount() {
        List<Shape> shapes = shapes();
        int sum = 0;
        for (int i = 0; i < layers.size(); i++) {
            sum += layers.get(i).parameterCount(shapes.get(i));
        }
        return sum;
    }
}
