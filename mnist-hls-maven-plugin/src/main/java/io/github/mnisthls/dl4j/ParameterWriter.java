/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies trained values to DL4J's layers, in DL4J's order. */
final class ParameterWriter {
    private static final Map<String, String> NAMES = Map.of(
            ParameterSpec.WEIGHTS, "W",
            ParameterSpec.BIAS, "b",
            ParameterSpec.GAMMA, "gamma",
            ParameterSpec.BETA, "beta",
            ParameterSpec.MEAN, "mean",
            ParameterSpec.VARIANCE, "var",
            ParameterSpec.SLOPE, "W");

    private ParameterWriter() {}

    /**
     * Copies all values.
     *
     * @param layers DL4J's by name
     */
    static void copy(Network source, Function<String, org.deeplearning4j.nn.api.Layer> layers) {
        List<List<Shape>> inputs = source.architecture().inputShapes();
        for (int i = 0; i < inputs.size(); i++) {
            Layer layer = source.architecture().layers().get(i);
            for (ParameterSpec spec : layer.parameters(inputs.get(i))) {
                INDArray target = layers.apply(layer.name()).getParam(NAMES.get(spec.name()));
                target.assign(ordered(source.values(layer, spec.name()), spec.order(), target.shape()));
            }
        }
    }

    /** DL4J has dense weights input by output, depthwise ones row, column, channel, multiple, and all others as here. */
    private static INDArray ordered(FloatVector values, ParameterSpec.Order order, long... shape) {
        return switch (order) {
            case DENSE -> array(values, shape[1], shape[0]).transpose();
            case DEPTHWISE ->
                array(values, shape[2], shape[3], shape[0], shape[1]).permute(2, 3, 0, 1);
            case CONVOLUTION, OUTPUT, FEATURE -> array(values, shape);
        };
    }

    private static INDArray array(FloatVector values, long... shape) {
        return Nd4j.create(values.toArray(), shape, 'c');
    }
}
