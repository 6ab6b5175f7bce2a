/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.Layout;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Takes values from DL4J's layers and puts them in this project's order. */
final class ParameterReader {
    private ParameterReader() {}

    /** Weights that lie as here, and a bias if there is one. */
    static NamedParameters affine(Layer source, String weights) {
        return withBias(source, values(source.getParam(weights)));
    }

    /** DL4J: row, column, channel, multiple; here: channel, multiple, row, column. */
    static NamedParameters depthwise(Layer source) {
        return withBias(source, values(source.getParam("W").permute(2, 3, 0, 1)));
    }

    /** The first half of a separable convolution: DL4J has its multiple before its channel, and here it is behind. */
    static NamedParameters separable(Layer source) {
        FloatVector weights = values(source.getParam("W").permute(1, 0, 2, 3));
        return new NamedParameters(Map.of(ParameterSpec.WEIGHTS, weights));
    }

    /**
     * Weights of a dense layer, which lie input by output, and a bias if there is one.
     *
     * @param image what its input was before it was flattened
     */
    static NamedParameters dense(Layer source, int units, Layout layout, Shape image) {
        float[] weights = values(source.getParam("W")).toArray();
        return withBias(source, FloatVector.of(layout.dense(weights, units, image)));
    }

    private static NamedParameters withBias(Layer source, FloatVector weights) {
        Map<String, FloatVector> values = new TreeMap<>();
        values.put(ParameterSpec.WEIGHTS, weights);
        INDArray bias = source.getParam("b");
        if (bias != null) {
            values.put(ParameterSpec.BIAS, values(bias));
        }
        return new NamedParameters(values);
    }

    /**
     * A batch normalization's values; scale and shift may be fixed by its configuration.
     *
     * @param image what its features were before they were flattened
     */
    static NormParameters normalization(Layer source, BatchNormalization layer, Layout layout, Shape image) {
        INDArray mean = source.getParam("mean");
        int channels = (int) mean.length();
        boolean fixed = layer.isLockGammaBeta();
        FloatVector gamma = fixed ? constant(channels, layer.getGamma()) : values(source.getParam("gamma"));
        FloatVector beta = fixed ? constant(channels, layer.getBeta()) : values(source.getParam("beta"));
        FloatVector variance =
                layer.isUseLogStd() ? variance(source.getParam("log10stdev")) : values(source.getParam("var"));
        return new NormParameters(
                ordered(gamma, layout, image),
                ordered(beta, layout, image),
                ordered(values(mean), layout, image),
                ordered(variance, layout, image));
    }

    /**
     * Slopes, one for each channel or one for all of them.
     *
     * @param shape of the input
     * @param image what its features were before they were flattened
     */
    static NamedParameters slopes(Layer source, Shape shape, Layout layout, Shape image) {
        INDArray slopes = source.getParam("W");
        boolean shared = slopes.length() == 1;
        long channels =
                slopes.rank() == 3 && layout.equals(Layout.DL4J) ? slopes.size(0) : slopes.size(slopes.rank() - 1);
        if (!shared && (channels != shape.channels() || slopes.length() != channels)) {
            throw Refusal.unsupported(
                    "sharedAxes",
                    slopes.length() + " slopes",
                    "one slope for each of " + shape.channels() + " channels, rows and columns shared");
        }
        FloatVector values = shared ? constant(shape.channels(), slopes.getDouble(0)) : values(slopes);
        return new NamedParameters(Map.of(ParameterSpec.SLOPE, shared ? values : ordered(values, layout, image)));
    }

    private static FloatVector ordered(FloatVector values, Layout layout, Shape image) {
        return FloatVector.of(layout.features(values.toArray(), image));
    }

    private static FloatVector variance(INDArray logDeviation) {
        float[] result = logDeviation.dup('c').reshape(logDeviation.length()).toFloatVector();
        for (int i = 0; i < result.length; i++) {
            double deviation = Math.pow(10, result[i]);
            result[i] = (float) (deviation * deviation);
        }
        return FloatVector.of(result);
    }

    private static FloatVector constant(int size, double value) {
        float[] result = new float[size];
        Arrays.fill(result, (float) value);
        return FloatVector.of(result);
    }

    private static FloatVector values(INDArray array) {
        return FloatVector.of(array.dup('c').reshape(array.length()).toFloatVector());
    }
}
