/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedAveragePool;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedDense;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedMaxPool;
import java.util.Optional;

/**
 * What the hardware needs to know of a layer beyond what all layers have in common.
 *
 * @param window absent for a dense layer
 * @param affine absent for pooling
 */
public record LayerShape(
        QuantizedLayer layer, LayerKind kind, Optional<Window> window, Optional<QuantizedAffine> affine) {
    /** Values in the window registers: more cannot be partitioned. */
    public static final int MAX_WINDOW = 1024;

    public static LayerShape of(QuantizedLayer layer) {
        if (layer instanceof QuantizedConv2d conv) {
            return new LayerShape(layer, LayerKind.CONVOLUTION, Optional.of(conv.window()), Optional.of(conv.affine()));
        }
        if (layer instanceof QuantizedMaxPool pool) {
            return new LayerShape(layer, LayerKind.MAX_POOL, Optional.of(pool.window()), Optional.empty());
        }
        if (layer instanceof QuantizedAveragePool pool) {
            return new LayerShape(layer, LayerKind.AVERAGE_POOL, Optional.of(pool.window()), Optional.empty());
        }
        QuantizedDense dense = (QuantizedDense) layer;
        return new LayerShape(layer, LayerKind.DENSE, Optional.empty(), Optional.of(dense.affine()));
    }

    /** Vectors that the layer's matrix is multiplied with, per image. */
    public int positions() {
        return kind == LayerKind.DENSE
                ? 1
                : layer.output().height() * layer.output().width();
    }

    /** Values that one output is computed from; for pooling, values of one channel. */
    public int fanIn() {
        return affine.map(QuantizedAffine::fanIn)
                .orElseGet(() -> window.orElseThrow().area());
    }

    /** Output channels. */
    public int outputs() {
        return layer.output().channels();
    }

    /** Pooling windows that touch but do not overlap need no window registers. */
    public boolean isTiled() {
        return affine.isEmpty()
                && window.orElseThrow().kernelHeight() == window.orElseThrow().strideHeight()
                && window.orElseThrow().kernelWidth() == window.orElseThrow().strideWidth();
    }

    /** Whether the windows are too large for registers, and are read from memory word by word. */
    public boolean isBuffered() {
        return windowValues() > MAX_WINDOW;
    }

    /** Values in a window; 0 if there is none. */
    public int windowValues() {
        return kind == LayerKind.DENSE || isTiled()
                ? 0
                : window.orElseThrow().area() * layer.input().channels();
    }
}
