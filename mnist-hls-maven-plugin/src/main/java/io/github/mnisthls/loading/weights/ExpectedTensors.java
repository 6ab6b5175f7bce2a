/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.weights;

import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names and extents of a layer's tensors as PyTorch has them; their values lie in the same order as here. */
final class ExpectedTensors {
    private static final Map<String, String> NAMES = Map.of(
            ParameterSpec.WEIGHTS, "weight",
            ParameterSpec.BIAS, "bias",
            ParameterSpec.GAMMA, "weight",
            ParameterSpec.BETA, "bias",
            ParameterSpec.MEAN, "running_mean",
            ParameterSpec.VARIANCE, "running_var",
            ParameterSpec.SLOPE, "weight");

    private ExpectedTensors() {}

    static String nameOf(ParameterSpec spec) {
        return NAMES.get(spec.name());
    }

    /** The extents of each, by name; none of layers that learn nothing. */
    static Map<String, List<Integer>> of(Layer layer, List<Shape> inputs) {
        Map<String, List<Integer>> extents = new TreeMap<>();
        for (ParameterSpec spec : layer.parameters(inputs)) {
            boolean matrix = spec.name().equals(ParameterSpec.WEIGHTS);
            extents.put(nameOf(spec), matrix ? layer.accept(new WeightExtents(inputs.get(0))) : List.of(spec.size()));
        }
        return extents;
    }

    private record WeightExtents(Shape input) implements Layer.PartialVisitor<List<Integer>> {
        @Override
        public List<Integer> other(Layer layer) {
            throw new IllegalStateException("layer " + layer.name() + " has no weights");
        }

        @Override
        public List<Integer> conv2d(Conv2d layer) {
            Window window = layer.window();
            return List.of(layer.filters(), input.channels(), window.kernelHeight(), window.kernelWidth());
        }

        @Override
        public List<Integer> depthwiseConv2d(DepthwiseConv2d layer) {
            Window window = layer.window();
            return List.of(input.channels() * layer.multiplier(), 1, window.kernelHeight(), window.kernelWidth());
        }

        @Override
        public List<Integer> dense(Dense layer) {
            return List.of(layer.units(), input.size());
        }
    }
}
