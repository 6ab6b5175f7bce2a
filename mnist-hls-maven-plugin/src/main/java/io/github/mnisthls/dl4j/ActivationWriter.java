/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.Quantize;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Gives DL4J's function for each of this project's. */
final class ActivationWriter implements ElementwiseLayer.Visitor<IActivation> {
    @Override
    public IActivation relu(Relu layer) {
        return new ActivationReLU();
    }

    @Override
    public IActivation clip(Clip layer) {
        if (layer.lowest() == -1 && layer.highest() == 1) {
            return new ActivationHardTanH();
        }
        if (layer.lowest() != 0) {
            throw new NoCounterpartException(
                    layer.name(),
                    "clip from " + layer.lowest() + " to " + layer.highest() + ", only from 0, or -1 to 1");
        }
        return layer.highest() == ActivationReader.RELU6_MAX
                ? new ActivationReLU6()
                : new ActivationReLU(layer.highest(), 0.0, 0.0);
    }

    @Override
    public IActivation leakyRelu(LeakyRelu layer) {
        return new ActivationLReLU(layer.negativeSlope());
    }

    @Override
    public IActivation sigmoid(Sigmoid layer) {
        return new ActivationSigmoid();
    }

    @Override
    public IActivation tanh(Tanh layer) {
        return new ActivationTanH();
    }

    @Override
    public IActivation hardSigmoid(HardSigmoid layer) {
        if (layer.inputSlope() != ActivationReader.HARD_SIGMOID_SLOPE
                || layer.offset() != ActivationReader.HARD_SIGMOID_OFFSET) {
            throw new NoCounterpartException(
                    layer.name(),
                    "hard sigmoid of slope " + layer.inputSlope() + " and offset " + layer.offset()
                            + ", only of 0.2 and 0.5");
        }
        return new ActivationHardSigmoid();
    }

    @Override
    public IActivation quantize(Quantize layer) {
        throw new NoCounterpartException(layer.name(), "quantize");
    }
}
