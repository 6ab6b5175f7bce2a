/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Moves every batch normalization into the weights and bias of the convolution or dense layer before it, and drops
 * dropout. What is left computes the same, but for the rounding of float32.
 */
public final class FoldBatchNorm {
    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, Parameters> parameters = new TreeMap<>();

    private FoldBatchNorm() {}

    /**
     * The network without batch normalization and dropout.
     *
     * @throws InvalidSettingException if a batch normalization has no layer that it can be moved into; names it
     */
    public static Network fold(Network network) {
        FoldBatchNorm result = new FoldBatchNorm();
        Architecture architecture = network.architecture();
        for (Layer layer : architecture.layers()) {
            if (layer instanceof BatchNorm norm) {
                result.fold(norm, ChannelScale.of(norm, network.norm(norm)));
            } else if (!(layer instanceof Dropout)) {
                result.keep(layer, network);
            }
        }
        return new Network(
                new Architecture(architecture.name(), architecture.input(), result.layers), result.parameters);
    }

    /** Weights get a bias, for what a normalization may add. */
    private void keep(Layer layer, Network network) {
        if (layer instanceof Conv2d conv) {
            layers.add(new Conv2d(conv.name(), conv.filters(), conv.window()));
            parameters.put(conv.name(), network.affine(conv));
        } else if (layer instanceof Dense dense) {
            layers.add(new Dense(dense.name(), dense.units()));
            parameters.put(dense.name(), network.affine(dense));
        } else {
            layers.add(layer);
        }
    }

    private void fold(BatchNorm norm, ChannelScale scale) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            if (layer instanceof Conv2d || layer instanceof Dense) {
                parameters.put(layer.name(), scale.apply(norm, (AffineParameters) parameters.get(layer.name())));
                return;
            }
            if (!commutes(layer, scale)) {
                throw refused(norm, "it follows " + describe(layer, scale));
            }
        }
        throw refused(norm, "no convolution or dense layer is before it");
    }

    /** Whether scaling each channel before this layer is the same as after it. */
    private static boolean commutes(Layer layer, ChannelScale scale) {
        return layer instanceof AveragePool
                || layer instanceof GlobalAveragePool
                || (layer instanceof MaxPool && scale.isPositive());
    }

    private static String describe(Layer layer, ChannelScale scale) {
        String what = "'" + layer.name() + "' (" + layer.getClass().getSimpleName() + ")";
        return layer instanceof MaxPool
                ? what + " and the scale of its channel " + scale.firstNotPositive() + " is not positive"
                : what;
    }

    private static InvalidSettingException refused(BatchNorm norm, String reason) {
        return new InvalidSettingException("Batch normalization '" + norm.name()
                + "' cannot be folded into weights: " + reason
                + ". Put it directly after a convolution or dense layer; only dropout, average pooling, and max pooling"
                + " where all scales are positive, may lie between.");
    }

    /** The normalization as {@code scale * x + shift} per channel. */
    private static final class ChannelScale {
        private final double[] scale;
        private final double[] shift;

        private ChannelScale(double[] scale, double[] shift) {
            this.scale = scale;
            this.shift = shift;
        }

        static ChannelScale of(BatchNorm norm, NormParameters trained) {
            int channels = trained.gamma().size();
            double[] scale = new double[channels];
            double[] shift = new double[channels];
            for (int c = 0; c < channels; c++) {
                scale[c] = trained.gamma().get(c) / Math.sqrt(trained.variance().get(c) + norm.epsilon());
                shift[c] = trained.beta().get(c) - trained.mean().get(c) * scale[c];
            }
            return new ChannelScale(scale, shift);
        }

        boolean isPositive() {
            return firstNotPositive() == scale.length;
        }

        int firstNotPositive() {
            int channel = 0;
            while (channel < scale.length && scale[channel] > 0) {
                channel++;
            }
            return channel;
        }

        AffineParameters apply(BatchNorm norm, AffineParameters affine) {
            if (affine.outputs() != scale.length) {
                throw refused(norm, "it has " + scale.length + " channels and the layer before it " + affine.outputs());
            }
            float[] weights = affine.weights().toArray();
            float[] bias = affine.bias().toArray();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (weights[i] * scale[i / affine.fanIn()]);
            }
            for (int o = 0; o < bias.length; o++) {
                bias[o] = (float) (bias[o] * scale[o] + shift[o]);
            }
            return new AffineParameters(FloatVector.of(weights), FloatVector.of(bias));
        }
    }
}
