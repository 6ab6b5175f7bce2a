/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;

/** One layer's hyperparameters as JSON. */
final class LayerJson {
    /** Whether a convolution or dense layer in a folder has a file of biases; one without has none. */
    static final String BIAS = "bias";

    private LayerJson() {}

    static ObjectNode write(Layer layer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", layer.name());
        node.put("type", typeOf(layer));
        if (layer instanceof Conv2d conv) {
            node.put("filters", conv.filters());
            writeWindow(node, conv.window());
        } else if (layer instanceof Dense dense) {
            node.put("units", dense.units());
        } else if (layer instanceof BatchNorm norm) {
            node.put("epsilon", norm.epsilon());
        } else if (layer instanceof MaxPool pool) {
            writeWindow(node, pool.window());
        } else if (layer instanceof AveragePool pool) {
            writeWindow(node, pool.window());
        } else if (layer instanceof Dropout dropout) {
            node.put("rate", dropout.rate());
        }
        return node;
    }

    private static String typeOf(Layer layer) {
        String simple = layer.getClass().getSimpleName();
        return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    }

    private static void writeWindow(ObjectNode node, Window window) {
        node.putArray("kernel").add(window.kernelHeight()).add(window.kernelWidth());
        node.putArray("stride").add(window.strideHeight()).add(window.strideWidth());
        Padding padding = window.padding();
        node.putArray("padding")
                .add(padding.top())
                .add(padding.bottom())
                .add(padding.left())
                .add(padding.right());
    }

    static Layer read(CheckedNode node) {
        String name = node.text("name");
        String type = node.text("type");
        Layer layer = read(node, name, type);
        node.allowOnly(properties(type));
        return layer;
    }

    private static List<String> properties(String type) {
        List<String> result = new ArrayList<>(List.of("name", "type"));
        switch (type) {
            case "conv2d" -> result.addAll(List.of("filters", "kernel", "stride", "padding", BIAS));
            case "dense" -> result.addAll(List.of("units", BIAS));
            case "batchNorm" -> result.add("epsilon");
            case "maxPool", "averagePool" -> result.addAll(List.of("kernel", "stride", "padding"));
            case "dropout" -> result.add("rate");
            default -> {
                // The others have none.
            }
        }
        return result;
    }

    private static Layer read(CheckedNode node, String name, String type) {
        return switch (type) {
            case "conv2d" -> new Conv2d(name, node.integer("filters"), window(node, 1));
            case "dense" -> new Dense(name, node.integer("units"));
            case "batchNorm" -> new BatchNorm(name, node.number("epsilon", BatchNorm.DEFAULT_EPSILON));
            case "relu" -> new Relu(name);
            case "maxPool" -> new MaxPool(name, window(node, 0));
            case "averagePool" -> new AveragePool(name, window(node, 0));
            case "globalAveragePool" -> new GlobalAveragePool(name);
            case "flatten" -> new Flatten(name);
            case "dropout" -> new Dropout(name, node.number("rate", 0));
            default ->
                throw new InvalidSettingException(
                        node.where() + " type of layer '" + name + "'",
                        type,
                        "this layer is not supported",
                        "Use conv2d, dense, batchNorm, relu, maxPool, averagePool, globalAveragePool, flatten"
                                + " or dropout.");
        };
    }

    /** @param defaultStride 0 where the stride is the kernel's size unless given, as for pooling */
    private static Window window(CheckedNode node, int defaultStride) {
        int[] kernel = node.integers("kernel", 2, null);
        int[] stride =
                node.integers("stride", 2, defaultStride == 0 ? kernel : new int[] {defaultStride, defaultStride});
        int[] padding = node.integers("padding", 4, new int[4]);
        return new Window(
                kernel[0],
                kernel[1],
                stride[0],
                stride[1],
                new Padding(padding[0], padding[1], padding[2], padding[3]));
    }
}
