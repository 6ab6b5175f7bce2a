/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.ZeroPad;

/**
 * Gives dropout layers another rate and leaves all others.
 *
 * @param rate at least 0 and below 1
 */
record DropoutRate(double rate) implements Layer.Visitor<Layer> {
    @Override
    public Layer dropout(Dropout layer) {
        return new Dropout(layer.name(), rate);
    }

    @Override
    public Layer conv2d(Conv2d layer) {
        return layer;
    }

    @Override
    public Layer depthwiseConv2d(DepthwiseConv2d layer) {
        return layer;
    }

    @Override
    public Layer dense(Dense layer) {
        return layer;
    }

    @Override
    public Layer batchNorm(BatchNorm layer) {
        return layer;
    }

    @Override
    public Layer elementwise(ElementwiseLayer layer) {
        return layer;
    }

    @Override
    public Layer prelu(Prelu layer) {
        return layer;
    }

    @Override
    public Layer maxPool(MaxPool layer) {
        return layer;
    }

    @Override
    public Layer averagePool(AveragePool layer) {
        return layer;
    }

    @Override
    public Layer globalAveragePool(GlobalAveragePool layer) {
        return layer;
    }

    @Override
    public Layer flatten(Flatten layer) {
        return layer;
    }

    @Override
    public Layer zeroPad(ZeroPad layer) {
        return layer;
    }

    @Override
    public Layer crop(Crop layer) {
        return layer;
    }

    @Override
    public Layer upsample(Upsample layer) {
        return layer;
    }

    @Override
    public Layer add(Add layer) {
        return layer;
    }

    @Override
    public Layer concat(Concat layer) {
        return layer;
    }
}
