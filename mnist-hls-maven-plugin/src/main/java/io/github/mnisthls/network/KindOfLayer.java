/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/**
 * Looks for some kinds of layers, where for all others, whatever may come, one answer is right: that they are none of those
 * looked for. Who would have to think of a new kind implements {@link Layer.Visitor} itself.
 *
 * @param <R> the answer
 */
public interface KindOfLayer<R> extends Layer.Visitor<R> {
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
