/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.kind;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.ZeroPad;
import io.github.mnisthls.network.kind.LayerDescriptors.Written;

/** Finds the descriptor of each layer. */
final class LayerWriter implements Layer.Visitor<Written>, ElementwiseLayer.Visitor<Written> {
    @Override
    public Written conv2d(Conv2d layer) {
        return Written.of(LayerDescriptors.CONV, layer);
    }

    @Override
    public Written depthwiseConv2d(DepthwiseConv2d layer) {
        return Written.of(LayerDescriptors.DEPTHWISE, layer);
    }

    @Override
    public Written dense(Dense layer) {
        return Written.of(LayerDescriptors.DENSE, layer);
    }

    @Override
    public Written batchNorm(BatchNorm layer) {
        return Written.of(LayerDescriptors.BATCH_NORM, layer);
    }

    @Override
    public Written elementwise(ElementwiseLayer layer) {
        return layer.acceptFunction(this);
    }

    @Override
    public Written relu(Relu layer) {
        return Written.of(LayerDescriptors.RELU, layer);
    }

    @Override
    public Written clip(Clip layer) {
        return Written.of(LayerDescriptors.CLIP, layer);
    }

    @Override
    public Written leakyRelu(LeakyRelu layer) {
        return Written.of(LayerDescriptors.LEAKY_RELU, layer);
    }

    @Override
    public Written sigmoid(Sigmoid layer) {
        return Written.of(LayerDescriptors.SIGMOID, layer);
    }

    @Override
    public Written tanh(Tanh layer) {
        return Written.of(LayerDescriptors.TANH, layer);
    }

    @Override
    public Written hardSigmoid(HardSigmoid layer) {
        return Written.of(LayerDescriptors.HARD_SIGMOID, layer);
    }

    @Override
    public Written prelu(Prelu layer) {
        return Written.of(LayerDescriptors.PRELU, layer);
    }

    @Override
    public Written maxPool(MaxPool layer) {
        return Written.of(LayerDescriptors.MAX_POOL, layer);
    }

    @Override
    public Written averagePool(AveragePool layer) {
        return Written.of(LayerDescriptors.AVERAGE_POOL, layer);
    }

    @Override
    public Written globalAveragePool(GlobalAveragePool layer) {
        return Written.of(LayerDescriptors.GLOBAL_AVERAGE_POOL, layer);
    }

    @Override
    public Written flatten(Flatten layer) {
        return Written.of(LayerDescriptors.FLATTEN, layer);
    }

    @Override
    public Written dropout(Dropout layer) {
        return Written.of(LayerDescriptors.DROPOUT, layer);
    }

    @Override
    public Written zeroPad(ZeroPad layer) {
        return Written.of(LayerDescriptors.PAD, layer);
    }

    @Override
    public Written crop(Crop layer) {
        return Written.of(LayerDescriptors.CROP, layer);
    }

    @Override
    public Written upsample(Upsample layer) {
        return Written.of(LayerDescriptors.UPSAMPLE, layer);
    }

    @Override
    public Written add(Add layer) {
        return Written.of(LayerDescriptors.ADD, layer);
    }

    @Override
    public Written concat(Concat layer) {
        return Written.of(LayerDescriptors.CONCAT, layer);
    }
}
