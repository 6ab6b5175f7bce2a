/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Arrays;

/** A batch normalization as {@code scale * x + shift} per channel. */
final class ChannelScale {
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
            double variance = trained.variance().get(c) + norm.epsilon();
            if (variance == 0) {
                throw new InvalidSettingException(
                        "epsilon of layer '" + norm.name() + "'",
                        norm.epsilon(),
                        "the variance of its channel " + c + " is 0 too, and nothing can be divided by their sum",
                        "Use an epsilon above 0, such as 1e-5, or remove that channel.");
            }
            scale[c] = trained.gamma().get(c) / Math.sqrt(variance);
            shift[c] = trained.beta().get(c) - trained.mean().get(c) * scale[c];
        }
        return new ChannelScale(scale, shift);
    }

    int channels() {
        return scale.length;
    }

    boolean isPositive() {
        for (double factor : scale) {
            if (!(factor > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it shifts only. */
    boolean isShift() {
        return Arrays.stream(scale).allMatch(factor -> factor == 1);
    }

    /** The same as a convolution of each channel by itself with a window of one value. */
    AffineParameters asParameters() {
        return new AffineParameters(FloatVector.of(floats(scale)), FloatVector.of(floats(shift)));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Weights and bias of a layer whose outputs are scaled and shifted. */
    AffineParameters behind(AffineParameters affine) {
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

    /**
     * Weights and bias of a layer whose inputs are scaled and shifted.
     *
     * @param inputsPerChannel neighbors among an output's weights that see the same channel
     */
    AffineParameters before(AffineParameters affine, int inputsPerChannel) {
        float[] weights = affine.weights().toArray();
        float[] bias = affine.bias().toArray();
        int fanIn = affine.fanIn();
        for (int o = 0; o < bias.length; o++) {
            double sum = bias[o];
            for (int i = 0; i < fanIn; i++) {
                int channel = i / inputsPerChannel;
                sum += weights[o * fanIn + i] * shift[channel];
                weights[o * fanIn + i] = (float) (weights[o * fanIn + i] * scale[channel]);
            }
            bias[o] = (float) sum;
        }
        return new AffineParameters(FloatVector.of(weights), FloatVector.of(bias));
    }

    /**
     * Weights and bias of a depthwise convolution whose inputs are scaled and shifted.
     *
     * @param multiplier outputs per channel
     */
    AffineParameters beforeDepthwise(AffineParameters affine, int multiplier) {
        float[] weights = affine.weights().toArray();
        float[] bias = affine.bias().toArray();
        int fanIn = affine.fanIn();
        for (int o = 0; o < bias.length; o++) {
            double sum = bias[o];
            for (int i = o * fanIn; i < (o + 1) * fanIn; i++) {
                sum += weights[i] * shift[o / multiplier];
                weights[i] = (float) (weights[i] * scale[o / multiplier]);
            }
            bias[o] = (float) sum;
        }
        return new AffineParameters(FloatVector.of(weights), FloatVector.of(bias));
    }
}
