/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.DecimalOracle;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.Clamp;
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
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.QuantizedNode;
import io.github.mnisthls.quantization.QuantizedPad;
import io.github.mnisthls.quantization.QuantizedTable;
import io.github.mnisthls.quantization.QuantizedUpsample;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What a quantized network means, said in decimal numbers: every product and sum is exact, and each layer rounds once.
 * Knows no raw alignments or shifts, and of accumulators only where the ends of a clamp lie.
 */
public final class ReferenceInference {
    private List<BigDecimal> accumulators = List.of();

    /** The raw logits of one image. */
    public long[] logits(QuantizedNetwork network, LabeledImages images, int image) {
        byte[] pixels = new byte[images.shape().size()];
        images.copyImage(image, pixels);
        return logits(network, pixels);
    }

    /**
     * The raw logits of one image.
     *
     * @param pixels in CHW order
     */
    public long[] logits(QuantizedNetwork network, byte[] pixels) {
        Shape input = network.input().shape();
        BigDecimal[] image = new BigDecimal[input.size()];
        for (int i = 0; i < image.length; i++) {
            int channel = i / (input.height() * input.width());
            long raw = network.input().table(channel).get(pixels[i] & 0xff);
            image[i] = number(raw, network.input().format());
        }
        List<BigDecimal[]> values = new ArrayList<>();
        values.add(image);
        for (QuantizedNode node : network.nodes()) {
            values.add(compute(
                    node.layer(), node.inputs().stream().map(values::get).toList()));
        }
        BigDecimal[] last = values.get(values.size() - 1);
        long[] raw = new long[last.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = DecimalOracle.quantize(last[i], network.last().outputFormat())
                    .longValue();
        }
        return raw;
    }

    /** The exact results of the layer computed last, before clamp and rounding. */
    List<BigDecimal> lastAccumulators() {
        return accumulators;
    }

    BigDecimal[] compute(QuantizedLayer layer, List<BigDecimal[]> in) {
        accumulators = layer.accept(new Exact(in));
        BigDecimal[] out = new BigDecimal[accumulators.size()];
        for (int i = 0; i < out.length; i++) {
            BigDecimal value = clamp(accumulators.get(i), layer.clamp(), layer.accumulatorFormat());
            BigInteger raw = DecimalOracle.quantize(value, layer.outputFormat());
            out[i] = DecimalOracle.value(raw, layer.outputFormat().fractionBits());
        }
        return out;
    }

    private static BigDecimal clamp(BigDecimal value, Clamp clamp, FixedPointFormat accumulator) {
        BigDecimal above =
                clamp.lowest().map(end -> value.max(number(end, accumulator))).orElse(value);
        return clamp.highest().map(end -> above.min(number(end, accumulator))).orElse(above);
    }

    private static BigDecimal number(long raw, FixedPointFormat format) {
        return DecimalOracle.value(DecimalOracle.raw(raw, format), format.fractionBits());
    }

    /** A value of an image; null outside of it. */
    private static BigDecimal at(BigDecimal[] image, Shape shape, int channel, int row, int column) {
        boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
        return inside ? image[(channel * shape.height() + row) * shape.width() + column] : null;
    }

    /** Makes each value of an image from its place. */
    private interface Place {
        BigDecimal value(int channel, int row, int column);
    }

    private static List<BigDecimal> image(Shape shape, Place place) {
        List<BigDecimal> values = new ArrayList<>();
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = 0; row < shape.height(); row++) {
                for (int column = 0; column < shape.width(); column++) {
                    values.add(place.value(channel, row, column));
                }
            }
        }
        return values;
    }

    /** The values of one channel under a window at a place of the output; null for those outside of the image. */
    private static List<BigDecimal> under(
            Window window, BigDecimal[] image, Shape shape, int channel, int row, int column) {
        List<BigDecimal> values = new ArrayList<>();
        for (int ky = 0; ky < window.kernelHeight(); ky++) {
            for (int kx = 0; kx < window.kernelWidth(); kx++) {
                values.add(at(
                        image,
                        shape,
                        channel,
                        row * window.strideHeight()
                                + ky * window.dilationHeight()
                                - window.padding().top(),
                        column * window.strideWidth()
                                + kx * window.dilationWidth()
                                - window.padding().left()));
            }
        }
        return values;
    }

    /** The exact result of each kind of layer. */
    private record Exact(List<BigDecimal[]> in) implements QuantizedLayer.Visitor<List<BigDecimal>> {
        @Override
        public List<BigDecimal> conv2d(QuantizedConv2d layer) {
            return affine(layer.affine(), layer.window(), layer.input(), layer.output());
        }

        @Override
        public List<BigDecimal> dense(QuantizedDense layer) {
            return affine(layer.affine(), Window.whole(layer.input()), layer.input(), layer.output());
        }

        private List<BigDecimal> affine(QuantizedAffine affine, Window window, Shape input, Shape output) {
            return image(output, (channel, row, column) -> {
                List<BigDecimal> values = new ArrayList<>();
                for (int c = 0; c < input.channels(); c++) {
                    values.addAll(under(window, in.get(0), input, c, row, column));
                }
                return sum(affine, channel, values);
            });
        }

        @Override
        public List<BigDecimal> depthwise(QuantizedDepthwise layer) {
            return image(
                    layer.output(),
                    (channel, row, column) -> sum(
                            layer.affine(),
                            channel,
                            under(
                                    layer.window(),
                                    in.get(0),
                                    layer.input(),
                                    channel / layer.multiplier(),
                                    row,
                                    column)));
        }

        private static BigDecimal sum(QuantizedAffine affine, int output, List<BigDecimal> values) {
            BigDecimal sum = number(affine.bias().get(output), affine.biasFormat());
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null) {
                    long weight = affine.weights().get(output * affine.fanIn() + i);
                    sum = sum.add(number(weight, affine.weightFormat()).multiply(values.get(i)));
                }
            }
            return sum;
        }

        @Override
        public List<BigDecimal> maxPool(QuantizedMaxPool layer) {
            return image(
                    layer.output(),
                    (channel, row, column) -> inside(layer.window(), layer.input(), channel, row, column).stream()
                            .reduce(BigDecimal::max)
                            .orElseThrow());
        }

        @Override
        public List<BigDecimal> averagePool(QuantizedAveragePool layer) {
            return image(layer.output(), (channel, row, column) -> {
                List<BigDecimal> values = inside(layer.window(), layer.input(), channel, row, column);
                int place = layer.reciprocals().size() == 1 ? 0 : values.size() - 1;
                return values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .multiply(number(layer.reciprocals().get(place), layer.reciprocalFormat()));
            });
        }

        private List<BigDecimal> inside(Window window, Shape input, int channel, int row, int column) {
            return under(window, in.get(0), input, channel, row, column).stream()
                    .filter(value -> value != null)
                    .toList();
        }

        @Override
        public List<BigDecimal> activation(QuantizedActivation layer) {
            return image(layer.input(), (channel, row, column) -> {
                BigDecimal value = at(in.get(0), layer.input(), channel, row, column);
                return value.signum() < 0 && layer.slopes().isPresent()
                        ? value.multiply(number(
                                layer.slopes().get().byChannel().get(channel),
                                layer.slopes().get().format()))
                        : value;
            });
        }

        @Override
        public List<BigDecimal> table(QuantizedTable layer) {
            return image(layer.input(), (channel, row, column) -> {
                BigDecimal value = at(in.get(0), layer.input(), channel, row, column);
                BigInteger index = DecimalOracle.quantize(value, layer.indexFormat());
                BigInteger places = BigInteger.valueOf(layer.entries().size());
                return number(layer.entries().get(index.mod(places).intValueExact()), layer.outputFormat());
            });
        }

        @Override
        public List<BigDecimal> pad(QuantizedPad layer) {
            return image(layer.output(), (channel, row, column) -> {
                BigDecimal value = at(
                        in.get(0),
                        layer.input(),
                        channel,
                        row - layer.padding().top(),
                        column - layer.padding().left());
                return value == null ? BigDecimal.ZERO : value;
            });
        }

        @Override
        public List<BigDecimal> crop(QuantizedCrop layer) {
            return image(
                    layer.output(),
                    (channel, row, column) -> at(
                            in.get(0),
                            layer.input(),
                            channel,
                            row + layer.margin().top(),
                            column + layer.margin().left()));
        }

        @Override
        public List<BigDecimal> upsample(QuantizedUpsample layer) {
            return image(
                    layer.output(),
                    (channel, row, column) ->
                            at(in.get(0), layer.input(), channel, row / layer.rows(), column / layer.columns()));
        }

        @Override
        public List<BigDecimal> add(QuantizedAdd layer) {
            return image(
                    layer.output(),
                    (channel, row, column) -> at(in.get(0), layer.output(), channel, row, column)
                            .add(at(in.get(1), layer.output(), channel, row, column)));
        }

        @Override
        public List<BigDecimal> concat(QuantizedConcat layer) {
            int left = layer.left().shape().channels();
            return image(
                    layer.output(),
                    (channel, row, column) -> channel < left
                            ? at(in.get(0), layer.left().shape(), channel, row, column)
                            : at(in.get(1), layer.right().shape(), channel - left, row, column));
        }
    }
}
