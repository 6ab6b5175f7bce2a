/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedActivation;
import io.github.mnisthls.quantization.QuantizedAdd;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedAveragePool;
import io.github.mnisthls.quantization.QuantizedConcat;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedCrop;
import io.github.mnisthls.quantization.QuantizedDense;
import io.github.mnisthls.quantization.QuantizedDepthwise;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedMaxPool;
import io.github.mnisthls.quantization.QuantizedPad;
import io.github.mnisthls.quantization.QuantizedTable;
import io.github.mnisthls.quantization.QuantizedUpsample;
import java.util.Optional;

/**
 * What a layer's struct says of it beyond what all layers have in common.
 *
 * @param window absent for a dense layer
 * @param affine absent for pooling
 */
record LayerShape(QuantizedLayer layer, Optional<Window> window, Optional<QuantizedAffine> affine) {
    static LayerShape of(QuantizedLayer layer) {
        return layer.accept(new Kinds());
    }

    /** Vectors that the layer's matrix is multiplied with, per image. */
    int positions() {
        return layer.output().size() / outputs();
    }

    /** Values that one output is computed from; for pooling, values of one channel. */
    int fanIn() {
        return affine.map(QuantizedAffine::fanIn)
                .orElseGet(() -> window.orElseThrow().area());
    }

    /** Output channels. */
    int outputs() {
        return layer.output().channels();
    }

    boolean isConvolution() {
        return window.isPresent() && affine.isPresent();
    }

    /** Pooling windows that touch but do not overlap need no window registers. */
    boolean isTiled() {
        return affine.isEmpty()
                && window.orElseThrow().kernelHeight() == window.orElseThrow().strideHeight()
                && window.orElseThrow().kernelWidth() == window.orElseThrow().strideWidth()
                && window.orElseThrow().padding().isNone();
    }

    private static final class Kinds implements QuantizedLayer.Visitor<LayerShape> {
        @Override
        public LayerShape conv2d(QuantizedConv2d layer) {
            return new LayerShape(layer, Optional.of(layer.window()), Optional.of(layer.affine()));
        }

        @Override
        public LayerShape dense(QuantizedDense layer) {
            return new LayerShape(layer, Optional.empty(), Optional.of(layer.affine()));
        }

        @Override
        public LayerShape maxPool(QuantizedMaxPool layer) {
            return new LayerShape(layer, Optional.of(layer.window()), Optional.empty());
        }

        @Override
        public LayerShape averagePool(QuantizedAveragePool layer) {
            return new LayerShape(layer, Optional.of(layer.window()), Optional.empty());
        }

        @Override
        public LayerShape depthwise(QuantizedDepthwise layer) {
            throw noStruct(layer);
        }

        @Override
        public LayerShape activation(QuantizedActivation layer) {
            throw noStruct(layer);
        }

        @Override
        public LayerShape table(QuantizedTable layer) {
            throw noStruct(layer);
        }

        @Override
        public LayerShape pad(QuantizedPad layer) {
            throw noStruct(layer);
        }

        @Override
        public LayerShape crop(QuantizedCrop layer) {
            throw noStruct(layer);
        }

        @Override
        public LayerShape upsample(QuantizedUpsample layer) {
            throw noStruct(layer);
        }

        @Override
        public LayerShape add(QuantizedAdd layer) {
            throw noStruct(layer);
        }

        @Override
        public LayerShape concat(QuantizedConcat layer) {
            throw noStruct(layer);
        }

        private static IllegalArgumentException noStruct(QuantizedLayer layer) {
            return new IllegalArgumentException("layer " + layer.name() + " has no struct");
        }
    }
}
