/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

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
 * Looks for some kinds of layers, where for all others, whatever may come, one answer is right: that they are none of those
 * looked for. Who would have to think of a new kind implements {@link Layer.Visitor} itself.
 */
interface KindOfLayer<R> extends Layer.Visitor<R> {
    /** The answer for all kinds that are not looked for. */
    R other(Layer layer);

    @Override
    default R conv2d(Conv2d layer) {
        return other(layer);
    }

    @Override
    default R depthwiseConv2d(DepthwiseConv2d layer) {
        return other(layer);
    }

    @Override
    default R dense(Dense layer) {
        return other(layer);
    }

    @Override
    default R batchNorm(BatchNorm layer) {
        return other(layer);
    }

    @Override
    default R elementwise(ElementwiseLayer layer) {
        return other(layer);
    }

    @Override
    default R prelu(Prelu layer) {
        return other(layer);
    }

    @Override
    default R maxPool(MaxPool layer) {
        return other(layer);
    }

    @Override
    default R averagePool(AveragePool layer) {
        return other(layer);
    }

    @Override
    default R globalAveragePool(GlobalAveragePool layer) {
        return other(layer);
    }

    @Override
    default R flatten(Flatten layer) {
        return other(layer);
    }

    @Override
    default R dropout(Dropout layer) {
        return other(layer);
    }

    @Override
    default R zeroPad(ZeroPad layer) {
        return other(layer);
    }

    @Override
    default R crop(Crop layer) {
        return other(layer);
    }

    @Override
    default R upsample(Upsample layer) {
        return other(layer);
    }

    @Override
    default R add(Add layer) {
        return other(layer);
    }

    @Override
    default R concat(Concat layer) {
        return other(layer);
    }
}
