/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedAveragePool;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedDense;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedMaxPool;
import io.github.mnisthls.quantization.QuantizedNetwork;

/** The quantized network in the plainest loops: an oracle for generated hardware that shares no code with the emulator. */
public final class IntegerReference {
    private final QuantizedNetwork network;

    public IntegerReference(QuantizedNetwork network) {
        this.network = network;
    }

    /** Raw logits of one image of pixels in CHW order. */
    public long[] logits(byte[] pixels) {
        long[] values = new long[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = network.input().table(0).get(pixels[i] & 0xff);
        }
        for (QuantizedLayer layer : network.layers()) {
            values = layer(layer, values);
        }
        return values;
    }

    private static long[] layer(QuantizedLayer layer, long[] in) {
        Shape out = layer.output();
        long[] values = new long[out.size()];
        int index = 0;
        for (int channel = 0; channel < out.channels(); channel++) {
            for (int row = 0; row < out.height(); row++) {
                for (int column = 0; column < out.width(); column++) {
                    long exact = exact(layer, in, channel, row, column);
                    long rectified = layer.relu() ? Math.max(exact, 0) : exact;
                    values[index++] = layer.outputFormat().quantize(rectified, layer.accumulatorFormat());
                }
            }
        }
        return values;
    }

    private static long exact(QuantizedLayer layer, long[] in, int channel, int row, int column) {
        if (layer instanceof QuantizedConv2d conv) {
            return conv(conv, in, channel, row, column);
        }
        if (layer instanceof QuantizedMaxPool pool) {
            return pool(pool.window(), layer.input(), in, channel, row, column, true);
        }
        if (layer instanceof QuantizedAveragePool pool) {
            return pool(pool.window(), layer.input(), in, channel, row, column, false)
                    * pool.reciprocals().get(0);
        }
        QuantizedDense dense = (QuantizedDense) layer;
        long sum = bias(dense.affine(), channel, dense.accumulatorFormat());
        for (int i = 0; i < in.length; i++) {
            sum += product(in[i], dense.affine(), channel * in.length + i, dense);
        }
        return sum;
    }

    private static long conv(QuantizedConv2d conv, long[] in, int channel, int row, int column) {
        Window window = conv.window();
        Padding padding = window.padding();
        Shape input = conv.input();
        long sum = bias(conv.affine(), channel, conv.accumulatorFormat());
        for (int c = 0; c < input.channels(); c++) {
            for (int y = 0; y < window.kernelHeight(); y++) {
                for (int x = 0; x < window.kernelWidth(); x++) {
                    int inRow = row * window.strideHeight() + y - padding.top();
                    int inColumn = column * window.strideWidth() + x - padding.left();
                    if (inRow >= 0 && inRow < input.height() && inColumn >= 0 && inColumn < input.width()) {
                        int weight =
                                ((channel * input.channels() + c) * window.kernelHeight() + y) * window.kernelWidth()
                                        + x;
                        long value = in[(c * input.height() + inRow) * input.width() + inColumn];
                        sum += product(value, conv.affine(), weight, conv);
                    }
                }
            }
        }
        return sum;
    }

    private static long pool(Window window, Shape input, long[] in, int channel, int row, int column, boolean max) {
        long sum = 0;
        long largest = Long.MIN_VALUE;
        for (int y = 0; y < window.kernelHeight(); y++) {
            for (int x = 0; x < window.kernelWidth(); x++) {
                int inRow = row * window.strideHeight() + y;
                int inColumn = column * window.strideWidth() + x;
                long value = in[(channel * input.height() + inRow) * input.width() + inColumn];
                sum += value;
                largest = Math.max(largest, value);
            }
        }
        return max ? largest : sum;
    }

    private static long product(long value, QuantizedAffine affine, int weight, QuantizedLayer layer) {
        int shift = layer.accumulatorFormat().fractionBits()
                - layer.inputFormat().fractionBits()
                - affine.weightFormat().fractionBits();
        return (value * affine.weights().get(weight)) << shift;
    }

    private static long bias(QuantizedAffine affine, int output, FixedPointFormat accumulator) {
        return affine.bias().get(output)
                << (accumulator.fractionBits() - affine.biasFormat().fractionBits());
    }
}
