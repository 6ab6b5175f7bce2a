/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.activations.Activation;

/** Adds layers to a DL4J configuration, and turns images into vectors and back where these layers need it. */
record Dl4jEmitter(Dl4jTarget target, Dl4jNames names) {
    /** Adds a layer that takes an image and gives one. */
    Dl4jValue onImage(String name, Layer layer, Dl4jValue input, Shape output) {
        addOnImage(name, layer, input);
        return Dl4jValue.image(name, output);
    }

    /** Adds a layer that takes an image and gives a vector. */
    Dl4jValue fromImage(String name, Layer layer, Dl4jValue input, Shape output) {
        addOnImage(name, layer, input);
        return Dl4jValue.vector(name, output);
    }

    private void addOnImage(String name, Layer layer, Dl4jValue input) {
        Dl4jValue from = input.isFlattenedImage() ? asVector(input) : input;
        add(name, layer, from.isImage() ? null : toImage(from.shape()), from);
    }

    /** Adds a layer that takes a vector and gives one. */
    Dl4jValue onVector(String name, Layer layer, Dl4jValue input, Shape output) {
        add(name, layer, input.isImage() ? toVector(input.image()) : null, input);
        return Dl4jValue.vector(name, output);
    }

    /** Adds a layer that takes either and gives the same. */
    Dl4jValue onAny(String name, Layer layer, Dl4jValue input) {
        return input.isImage() && !input.isFlattenedImage()
                ? onImage(name, layer, input, input.shape())
                : onVector(name, layer, input, input.shape());
    }

    /** Zeros around an image, for what DL4J pads alike on opposite sides only. */
    Dl4jValue padded(String layer, Padding padding, Dl4jValue input) {
        if (padding.isNone()) {
            return input;
        }
        Shape shape = input.shape();
        Shape larger = new Shape(
                shape.channels(),
                shape.height() + padding.top() + padding.bottom(),
                shape.width() + padding.left() + padding.right());
        return onImage(names.free(layer + "_padding"), zeros(padding), input, larger);
    }

    static ZeroPaddingLayer zeros(Padding padding) {
        return new ZeroPaddingLayer.Builder(padding.top(), padding.bottom(), padding.left(), padding.right()).build();
    }

    /** Joins values, all as images or, if one of them is none, all as vectors. */
    Dl4jValue join(String name, GraphVertex vertex, List<Dl4jValue> inputs, Shape output) {
        boolean images = inputs.stream().allMatch(input -> input.isImage() && !input.isFlattenedImage());
        List<String> from = inputs.stream()
                .map(input -> images || !input.isImage() ? input.name() : vertexAsVector(input))
                .toList();
        target.add(name, vertex, from);
        return images ? Dl4jValue.image(name, output) : Dl4jValue.vector(name, output);
    }

    private String vertexAsVector(Dl4jValue input) {
        String name = names.free(input.name() + "_flat");
        target.add(name, new PreprocessorVertex(toVector(input.image())), List.of(input.name()));
        return name;
    }

    /** By a layer that changes nothing, for a layer can have one preprocessor only. */
    private Dl4jValue asVector(Dl4jValue input) {
        Layer identity =
                new ActivationLayer.Builder().activation(Activation.IDENTITY).build();
        return onVector(names.free(input.name() + "_flat"), identity, input, input.shape());
    }

    private void add(String name, Layer layer, InputPreProcessor before, Dl4jValue from) {
        layer.setLayerName(name);
        target.add(name, layer, before, from.name());
    }

    private static InputPreProcessor toVector(Shape image) {
        return new CnnToFeedForwardPreProcessor(image.height(), image.width(), image.channels());
    }

    private static InputPreProcessor toImage(Shape shape) {
        return new FeedForwardToCnnPreProcessor(shape.height(), shape.width(), shape.channels());
    }
}
