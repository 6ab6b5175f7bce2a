/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.DecimalOracle;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What a quantized network means, said in decimal numbers: every product and sum is exact, and each layer rounds once.
 * Knows no accumulator formats, raw alignments or shifts.
 */
final class ReferenceInference {
    private final List<BigDecimal> accumulators = new ArrayList<>();

    /** The raw logits of one image. */
    long[] logits(QuantizedNetwork network, LabeledImages images, int image) {
        BigDecimal[] values = new BigDecimal[network.input().shape().size()];
        for (int i = 0; i < values.length; i++) {
            long raw = network.input().table(0).get(images.pixel(image, i));
            values[i] = number(raw, network.input().format());
        }
        for (QuantizedLayer layer : network.layers()) {
            values = compute(layer, values);
        }
        long[] raw = new long[values.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = DecimalOracle.quantize(values[i], network.last().outputFormat())
                    .longValue();
        }
        return raw;
    }

    /** The exact results of the layer computed last, before ReLU and rounding. */
    List<BigDecimal> lastAccumulators() {
        return accumulators;
    }

    BigDecimal[] compute(QuantizedLayer layer, BigDecimal[] in) {
        accumulators.clear();
        if (layer instanceof QuantizedConv2d conv) {
            affine(conv.affine(), conv.window(), conv.input(), conv.output(), in);
        } else if (layer instanceof QuantizedDense dense) {
            Window whole = new Window(dense.input().height(), dense.input().width(), 1, 1, Padding.NONE);
            affine(dense.affine(), whole, dense.input(), dense.output(), in);
        } else if (layer instanceof QuantizedMaxPool pool) {
            pool(pool.window(), pool.input(), pool.output(), in, null);
        } else if (layer instanceof QuantizedAveragePool pool) {
            pool(
                    pool.window(),
                    pool.input(),
                    pool.output(),
                    in,
                    number(pool.reciprocals().get(0), pool.reciprocalFormat()));
        }
        BigDecimal[] out = new BigDecimal[accumulators.size()];
        for (int i = 0; i < out.length; i++) {
            BigDecimal value = layer.relu() ? accumulators.get(i).max(BigDecimal.ZERO) : accumulators.get(i);
            BigInteger raw = DecimalOracle.quantize(value, layer.outputFormat());
            out[i] = DecimalOracle.value(raw, layer.outputFormat().fractionBits());
        }
        return out;
    }

    private void affine(QuantizedAffine affine, Window window, Shape input, Shape output, BigDecimal[] in) {
        for (int o = 0; o < output.channels(); o++) {
            for (int y = 0; y < output.height(); y++) {
                for (int x = 0; x < output.width(); x++) {
                    BigDecimal sum = number(affine.bias().get(o), affine.biasFormat());
                    int weight = o * affine.fanIn();
                    for (int c = 0; c < input.channels(); c++) {
                        for (int ky = 0; ky < window.kernelHeight(); ky++) {
                            for (int kx = 0; kx < window.kernelWidth(); kx++) {
                                int row = y * window.strideHeight()
                                        + ky
                                        - window.padding().top();
                                int column = x * window.strideWidth()
                                        + kx
                                        - window.padding().left();
                                BigDecimal factor = number(affine.weights().get(weight++), affine.weightFormat());
                                if (row >= 0 && row < input.height() && column >= 0 && column < input.width()) {
                                    sum = sum.add(
                                            factor.multiply(in[(c * input.height() + row) * input.width() + column]));
                                }
                            }
                        }
                    }
                    accumulators.add(sum);
                }
            }
        }
    }

    /** The largest value, or the sum times a factor. */
    private void pool(Window window, Shape input, Shape output, BigDecimal[] in, BigDecimal factor) {
        for (int c = 0; c < output.channels(); c++) {
            for (int y = 0; y < output.height(); y++) {
                for (int x = 0; x < output.width(); x++) {
                    BigDecimal result = null;
                    for (int ky = 0; ky < window.kernelHeight(); ky++) {
                        for (int kx = 0; kx < window.kernelWidth(); kx++) {
                            int row = y * window.strideHeight() + ky;
                            int column = x * window.strideWidth() + kx;
                            BigDecimal value = in[(c * input.height() + row) * input.width() + column];
                            result = result == null ? value : factor == null ? result.max(value) : result.add(value);
                        }
                    }
                    accumulators.add(factor == null ? result : result.multiply(factor));
                }
            }
        }
    }

    private static BigDecimal number(long raw, FixedPointFormat format) {
        return DecimalOracle.value(DecimalOracle.raw(raw, format), format.fractionBits());
    }
}
