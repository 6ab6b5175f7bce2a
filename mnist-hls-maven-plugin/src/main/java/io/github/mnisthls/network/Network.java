/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained float32 network. Every layer that has trained values has them here, in the shape it needs.
 *
 * @param parameters by layer name
 */
public record Network(Architecture architecture, Map<String, Parameters> parameters) {
    public Network {
        parameters = Map.copyOf(new TreeMap<>(parameters));
        List<Shape> shapes = architecture.shapes();
        for (int i = 0; i < architecture.layers().size(); i++) {
            Layer layer = architecture.layers().get(i);
            checkLength(layer, layer.parameterCount(shapes.get(i)), count(parameters.get(layer.name())));
        }
    }

    /**
     * Weights and bias of a convolution or dense layer.
     *
     * @throws IllegalArgumentException if the layer has no weights
     */
    public AffineParameters affine(Layer layer) {
        if (parameters.get(layer.name()) instanceof AffineParameters affine) {
            return affine;
        }
        throw new IllegalArgumentException("layer " + layer.name() + " has no weights");
    }

    /**
     * Scale, shift and statistics of a batch normalization.
     *
     * @throws IllegalArgumentException if the layer is no batch normalization
     */
    public NormParameters norm(Layer layer) {
        if (parameters.get(layer.name()) instanceof NormParameters norm) {
            return norm;
        }
        throw new IllegalArgumentException("layer " + layer.name() + " is no batch normalization");
    }

    private static int count(Parameters parameters) {
        if (parameters instanceof AffineParameters affine) {
            return affine.weights().size() + affine.bias().size();
        }
        return parameters instanceof NormParameters norm ? 4 * norm.gamma().size() : 0;
    }

    private static void checkLength(Layer layer, int expected, int found) {
        if (expected != found) {
            throw new InvalidSettingException(
                    "layer '" + layer.name() + "'",
                    found + " trained values",
                    "it needs " + expected,
                    "Check the layer's shape against the model file.");
        }
    }
}
