/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.file.Layout;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies values to and from DL4J, whose dense weights lie input by output, and all others as here. */
final class Dl4jParameters {
    private Dl4jParameters() {}

    static void copy(Network source, MultiLayerNetwork target) {
        for (Layer layer : source.architecture().layers()) {
            if (layer instanceof Conv2d conv) {
                copyConvolution(source, conv, target);
            } else if (layer instanceof Dense) {
                AffineParameters affine = source.affine(layer);
                INDArray weights = array(affine.weights(), affine.outputs(), affine.fanIn());
                target.getLayer(layer.name()).getParam("W").assign(weights.transpose());
                assign(target, layer, "b", affine.bias());
            } else if (layer instanceof BatchNorm) {
                NormParameters norm = source.norm(layer);
                assign(target, layer, "gamma", norm.gamma());
                assign(target, layer, "beta", norm.beta());
                assign(target, layer, "mean", norm.mean());
                assign(target, layer, "var", norm.variance());
            }
        }
    }

    private static void copyConvolution(Network source, Conv2d conv, MultiLayerNetwork target) {
        AffineParameters affine = source.affine(conv);
        Window window = conv.window();
        INDArray weights = array(
                affine.weights(),
                affine.outputs(),
                affine.fanIn() / window.area(),
                window.kernelHeight(),
                window.kernelWidth());
        target.getLayer(conv.name()).getParam("W").assign(weights);
        assign(target, conv, "b", affine.bias());
    }

    private static void assign(MultiLayerNetwork target, Layer layer, String name, FloatVector values) {
        target.getLayer(layer.name()).getParam(name).assign(array(values, 1, values.size()));
    }

    private static INDArray array(FloatVector values, long... shape) {
        return Nd4j.create(values.toArray(), shape, 'c');
    }

    /** Weights and bias of a convolution; a missing bias is 0. */
    static AffineParameters convolution(org.deeplearning4j.nn.api.Layer source, int outputs) {
        return new AffineParameters(values(source.getParam("W")), bias(source, outputs));
    }

    /**
     * Weights and bias of a dense layer; a missing bias is 0.
     *
     * @param image what its input was before it was flattened
     */
    static AffineParameters dense(org.deeplearning4j.nn.api.Layer source, Dense layer, Layout layout, Shape image) {
        float[] weights = values(source.getParam("W")).toArray();
        return new AffineParameters(
                FloatVector.of(layout.dense(weights, layer.units(), image)), bias(source, layer.units()));
    }

    /**
     * A batch normalization's values; scale and shift may be fixed by its configuration.
     *
     * @param image what its features were before they were flattened
     */
    static NormParameters normalization(
            org.deeplearning4j.nn.api.Layer source, BatchNormalization layer, Layout layout, Shape image) {
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

    private static FloatVector bias(org.deeplearning4j.nn.api.Layer source, int outputs) {
        INDArray bias = source.getParam("b");
        return bias == null ? constant(outputs, 0) : values(bias);
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
