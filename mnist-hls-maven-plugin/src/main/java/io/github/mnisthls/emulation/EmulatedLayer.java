/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.quantization.QuantizedAveragePool;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedDense;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedMaxPool;

/** One layer, prepared for computing many images. Immutable. */
interface EmulatedLayer {
    /** Whether it reads and accumulates ints; otherwise longs. */
    boolean narrow();

    /** Number of rows under its largest window. */
    int windowSize();

    /** Computes all images. The observer sees every row of accumulators, before ReLU and conversion. */
    void run(Activations in, Activations out, Scratch scratch, AccumulatorObserver observer);

    /** The narrowest loops that cannot overflow, by the accumulator's proved width. */
    static EmulatedLayer of(QuantizedLayer layer) {
        boolean narrow =
                layer.accumulatorFormat().width() + (layer.accumulatorFormat().signed() ? 0 : 1)
                        <= Requantizer.MAX_INT_BITS;
        Requantizer requantizer =
                new Requantizer(layer.accumulatorFormat(), layer.outputFormat(), layer.relu(), narrow);
        if (layer instanceof QuantizedConv2d conv) {
            Windows windows = new Windows(conv.window(), conv.input(), conv.output());
            return affine(AffineTerms.of(conv.affine(), conv), windows, requantizer, narrow);
        } else if (layer instanceof QuantizedDense dense) {
            return affine(AffineTerms.of(dense.affine(), dense), Windows.whole(dense.input()), requantizer, narrow);
        } else if (layer instanceof QuantizedMaxPool pool) {
            Windows windows = new Windows(pool.window(), pool.input(), pool.output());
            return narrow ? new IntPool(windows, requantizer, true, 1) : new LongPool(windows, requantizer, true, 1);
        }
        QuantizedAveragePool pool = (QuantizedAveragePool) layer;
        Windows windows = new Windows(pool.window(), pool.input(), pool.output());
        return narrow
                ? new IntPool(windows, requantizer, false, pool.reciprocals().get(0))
                : new LongPool(windows, requantizer, false, pool.reciprocals().get(0));
    }

    private static EmulatedLayer affine(AffineTerms terms, Windows windows, Requantizer requantizer, boolean narrow) {
        return narrow ? new IntAffine(terms, windows, requantizer) : new LongAffine(terms, windows, requantizer);
    }
}
