/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.quantization.QuantizedActivation;
import io.github.mnisthls.quantization.QuantizedAdd;
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

/** Prepares each kind of layer, with the narrowest loops that cannot overflow, by the accumulator's proved width. */
final class EmulatedLayers implements QuantizedLayer.Visitor<EmulatedLayer> {
    private EmulatedLayers() {}

    static EmulatedLayer of(QuantizedLayer layer) {
        return layer.accept(new EmulatedLayers());
    }

    @Override
    public EmulatedLayer conv2d(QuantizedConv2d layer) {
        Windows windows = new Windows(layer.window(), layer.input(), layer.output());
        return affine(layer, AffineTerms.of(layer.affine(), layer), windows);
    }

    @Override
    public EmulatedLayer dense(QuantizedDense layer) {
        return affine(layer, AffineTerms.of(layer.affine(), layer), Windows.whole(layer.input()));
    }

    @Override
    public EmulatedLayer depthwise(QuantizedDepthwise layer) {
        Windows windows = new Windows(layer.window(), layer.input(), layer.output());
        AffineTerms terms =
                AffineTerms.ofChannels(layer.affine(), layer, layer.input().channels());
        return affine(layer, terms, windows);
    }

    private static EmulatedLayer affine(QuantizedLayer layer, AffineTerms terms, Windows windows) {
        return narrow(layer)
                ? new IntAffine(terms, windows, requantizer(layer))
                : new LongAffine(terms, windows, requantizer(layer));
    }

    @Override
    public EmulatedLayer maxPool(QuantizedMaxPool layer) {
        Windows windows = new Windows(layer.window(), layer.input(), layer.output());
        return narrow(layer)
                ? new IntPool(windows, requantizer(layer), true, new long[windows.positions()])
                : new LongPool(windows, requantizer(layer), true, new long[windows.positions()]);
    }

    @Override
    public EmulatedLayer averagePool(QuantizedAveragePool layer) {
        Windows windows = new Windows(layer.window(), layer.input(), layer.output());
        long[] factors = new long[windows.positions()];
        for (int position = 0; position < factors.length; position++) {
            int width = layer.output().width();
            factors[position] = layer.reciprocal(position / width, position % width);
        }
        return narrow(layer)
                ? new IntPool(windows, requantizer(layer), false, factors)
                : new LongPool(windows, requantizer(layer), false, factors);
    }

    @Override
    public EmulatedLayer activation(QuantizedActivation layer) {
        return new SlopedLines(layer, requantizer(layer));
    }

    @Override
    public EmulatedLayer table(QuantizedTable layer) {
        return new TableLookUp(layer);
    }

    @Override
    public EmulatedLayer pad(QuantizedPad layer) {
        int top = layer.padding().top();
        int left = layer.padding().left();
        return MovedRows.of(layer.input(), layer.output(), row -> row - top, column -> column - left);
    }

    @Override
    public EmulatedLayer crop(QuantizedCrop layer) {
        int top = layer.margin().top();
        int left = layer.margin().left();
        return MovedRows.of(layer.input(), layer.output(), row -> row + top, column -> column + left);
    }

    @Override
    public EmulatedLayer upsample(QuantizedUpsample layer) {
        return MovedRows.of(
                layer.input(), layer.output(), row -> row / layer.rows(), column -> column / layer.columns());
    }

    @Override
    public EmulatedLayer add(QuantizedAdd layer) {
        int fraction = layer.accumulatorFormat().fractionBits();
        return new SummedRows(
                layer.output().size(),
                fraction - layer.left().fractionBits(),
                fraction - layer.right().fractionBits(),
                requantizer(layer));
    }

    @Override
    public EmulatedLayer concat(QuantizedConcat layer) {
        int fraction = layer.accumulatorFormat().fractionBits();
        return new JoinedRows(
                layer.left().shape().size(),
                layer.right().shape().size(),
                fraction - layer.left().format().fractionBits(),
                fraction - layer.right().format().fractionBits(),
                requantizer(layer));
    }

    private static Requantizer requantizer(QuantizedLayer layer) {
        return new Requantizer(layer.accumulatorFormat(), layer.outputFormat(), layer.clamp(), narrow(layer));
    }

    private static boolean narrow(QuantizedLayer layer) {
        return layer.accumulatorFormat().width() + (layer.accumulatorFormat().signed() ? 0 : 1)
                <= Requantizer.MAX_INT_BITS;
    }
}
