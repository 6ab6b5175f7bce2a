/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Quantize;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.ZeroPad;

/**
 * Whether no result of a layer can be below 0; of those not named, products with weights can.
 *
 * @param inputs whether no input can be below 0
 */
record KeepsSign(boolean inputs) implements Layer.PartialVisitor<Boolean>, ElementwiseLayer.Visitor<Boolean> {
    @Override
    public Boolean other(Layer layer) {
        return false;
    }

    @Override
    public Boolean maxPool(MaxPool layer) {
        return inputs;
    }

    @Override
    public Boolean averagePool(AveragePool layer) {
        return inputs;
    }

    @Override
    public Boolean globalAveragePool(GlobalAveragePool layer) {
        return inputs;
    }

    @Override
    public Boolean zeroPad(ZeroPad layer) {
        return inputs;
    }

    @Override
    public Boolean crop(Crop layer) {
        return inputs;
    }

    @Override
    public Boolean upsample(Upsample layer) {
        return inputs;
    }

    @Override
    public Boolean add(Add layer) {
        return inputs;
    }

    @Override
    public Boolean concat(Concat layer) {
        return inputs;
    }

    @Override
    public Boolean prelu(Prelu layer) {
        return inputs;
    }

    @Override
    public Boolean elementwise(ElementwiseLayer layer) {
        return layer.acceptFunction(this);
    }

    @Override
    public Boolean relu(Relu layer) {
        return true;
    }

    @Override
    public Boolean clip(Clip layer) {
        return layer.lowest() >= 0 || (inputs && layer.highest() >= 0);
    }

    @Override
    public Boolean leakyRelu(LeakyRelu layer) {
        return inputs;
    }

    @Override
    public Boolean sigmoid(Sigmoid layer) {
        return true;
    }

    @Override
    public Boolean tanh(Tanh layer) {
        return inputs;
    }

    @Override
    public Boolean hardSigmoid(HardSigmoid layer) {
        return true;
    }

    @Override
    public Boolean quantize(Quantize layer) {
        return inputs || !layer.format().signed();
    }
}
