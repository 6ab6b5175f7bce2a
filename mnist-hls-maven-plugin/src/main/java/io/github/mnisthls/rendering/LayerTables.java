/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedActivation;
import io.github.mnisthls.quantization.QuantizedActivation.Slopes;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The tables of constants of each kind of layer, raw integers in the order in which the hardware reads them. */
final class LayerTables implements QuantizedLayer.Visitor<List<WeightsModel.Table>> {
    private final String struct;
    private final LayerPlan plan;

    LayerTables(String struct, LayerPlan plan) {
        this.struct = struct;
        this.plan = plan;
    }

    @Override
    public List<WeightsModel.Table> conv2d(QuantizedConv2d layer) {
        return matrix(layer, layer.affine(), layer.window(), layer.input());
    }

    @Override
    public List<WeightsModel.Table> dense(QuantizedDense layer) {
        return matrix(layer, layer.affine(), Window.whole(layer.input()), layer.input());
    }

    private List<WeightsModel.Table> matrix(QuantizedLayer layer, QuantizedAffine affine, Window window, Shape input) {
        if (!plan.adders().isEmpty()) {
            return List.of(bias(layer, affine, 1, plan.pe()));
        }
        int fanIn = affine.fanIn();
        int inputFolds = fanIn / plan.simd();
        int outputFolds = affine.outputs() / plan.pe();
        List<String> rows = new ArrayList<>();
        for (int fold = 0; fold < outputFolds * inputFolds; fold++) {
            for (int pe = 0; pe < plan.pe(); pe++) {
                int output = fold / inputFolds * plan.pe() + pe;
                int first = fold % inputFolds * plan.simd();
                List<String> lanes = IntStream.range(first, first + plan.simd())
                        .map(place -> sourceIndex(window, input.channels(), place))
                        .mapToObj(place ->
                                CppLiteral.raw(affine.weights().get(output * fanIn + place), affine.weightFormat()))
                        .toList();
                String row = CppLiteral.braced(lanes, "     ");
                rows.add((pe == 0 ? "    {" + row.substring("     ".length()) : row)
                        + (pe < plan.pe() - 1 ? "," : fold < outputFolds * inputFolds - 1 ? "}," : "}"));
            }
        }
        WeightsModel.Table weights = new WeightsModel.Table(
                layer.name() + ": " + outputFolds + " groups of outputs x " + inputFolds + " of inputs, " + plan.pe()
                        + " outputs, " + plan.simd() + " inputs. Raw " + affine.weightFormat() + ".",
                struct + "::RawWeight",
                "k" + struct + "Weights",
                "[" + inputFolds * outputFolds + "][" + plan.pe() + "][" + plan.simd() + "]",
                rows);
        return List.of(weights, bias(layer, affine, outputFolds, plan.pe()));
    }

    /** Where a layer's weights have the input that the hardware, which goes pixel by pixel, reads at this place. */
    static int sourceIndex(Window window, int channels, int hardwareIndex) {
        int channel = hardwareIndex % channels;
        int tap = hardwareIndex / channels;
        return channel * window.area() + tap;
    }

    @Override
    public List<WeightsModel.Table> depthwise(QuantizedDepthwise layer) {
        QuantizedAffine affine = layer.affine();
        if (!plan.adders().isEmpty()) {
            return List.of(bias(layer, affine, 1, plan.pe()));
        }
        int lanes = plan.simd() * layer.multiplier();
        int pixelWords = layer.input().channels() / plan.simd();
        int area = layer.window().area();
        WeightsModel.Table weights = words(
                layer.name() + ": " + area + " places of the window x " + pixelWords + " words of a pixel, " + lanes
                        + " outputs. Raw " + affine.weightFormat() + ".",
                "RawWeight",
                "Weights",
                area * pixelWords,
                lanes,
                place -> {
                    int output = place / lanes % pixelWords * lanes + place % lanes;
                    int tap = place / lanes / pixelWords;
                    return CppLiteral.raw(affine.weights().get(output * area + tap), affine.weightFormat());
                });
        return List.of(weights, bias(layer, affine, pixelWords, lanes));
    }

    private WeightsModel.Table bias(QuantizedLayer layer, QuantizedAffine affine, int words, int lanes) {
        FixedPointFormat accumulator = layer.accumulatorFormat();
        return words(
                layer.name() + ": bias, at the accumulator's binary point. Raw " + CppLiteral.type(accumulator) + ".",
                "RawAccumulator",
                "Bias",
                words,
                lanes,
                output -> CppLiteral.raw(
                        atPoint(affine.bias().get(output), affine.biasFormat(), accumulator), accumulator));
    }

    private static long atPoint(long bias, FixedPointFormat from, FixedPointFormat to) {
        int shift = to.fractionBits() - from.fractionBits();
        if (shift < 0) {
            throw new IllegalArgumentException("the accumulator " + to + " is coarser than the bias " + from);
        }
        return to.quantize(bias, from);
    }

    @Override
    public List<WeightsModel.Table> averagePool(QuantizedAveragePool layer) {
        if (!layer.dividesByPosition()) {
            return List.of();
        }
        int width = layer.output().width();
        return List.of(list(
                layer.name() + ": reciprocal of the number of values in each window. Raw " + layer.reciprocalFormat()
                        + ".",
                "RawReciprocal",
                "Reciprocals",
                layer.output().height() * width,
                position -> CppLiteral.raw(
                        layer.reciprocal(position / width, position % width), layer.reciprocalFormat())));
    }

    @Override
    public List<WeightsModel.Table> activation(QuantizedActivation layer) {
        if (layer.slopes().isEmpty()) {
            return List.of();
        }
        Slopes slopes = layer.slopes().get();
        return List.of(words(
                layer.name() + ": slope of negative values by channel. Raw " + slopes.format() + ".",
                "RawSlope",
                "Slopes",
                layer.input().channels() / plan.pe(),
                plan.pe(),
                channel -> CppLiteral.raw(slopes.byChannel().get(channel), slopes.format())));
    }

    @Override
    public List<WeightsModel.Table> table(QuantizedTable layer) {
        return List.of(list(
                layer.name() + ": results by the bits of the index. Raw " + layer.outputFormat() + ".",
                "RawOutput",
                "Entries",
                layer.entries().size(),
                place -> CppLiteral.raw(layer.entries().get(place), layer.outputFormat())));
    }

    private WeightsModel.Table words(
            String comment, String type, String name, int words, int lanes, IntFunction<String> value) {
        List<String> rows = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            List<String> values = IntStream.range(word * lanes, (word + 1) * lanes)
                    .mapToObj(value)
                    .toList();
            rows.add(CppLiteral.braced(values, "    ") + (word < words - 1 ? "," : ""));
        }
        return new WeightsModel.Table(
                comment, struct + "::" + type, "k" + struct + name, "[" + words + "][" + lanes + "]", rows);
    }

    private WeightsModel.Table list(String comment, String type, String name, int count, IntFunction<String> value) {
        List<String> values = IntStream.range(0, count).mapToObj(value).toList();
        return new WeightsModel.Table(
                comment, struct + "::" + type, "k" + struct + name, "[" + count + "]", CppLiteral.wrap(values, "    "));
    }

    @Override
    public List<WeightsModel.Table> maxPool(QuantizedMaxPool layer) {
        return List.of();
    }

    @Override
    public List<WeightsModel.Table> pad(QuantizedPad layer) {
        return List.of();
    }

    @Override
    public List<WeightsModel.Table> crop(QuantizedCrop layer) {
        return List.of();
    }

    @Override
    public List<WeightsModel.Table> upsample(QuantizedUpsample layer) {
        return List.of();
    }

    @Override
    public List<WeightsModel.Table> add(QuantizedAdd layer) {
        return List.of();
    }

    @Override
    public List<WeightsModel.Table> concat(QuantizedConcat layer) {
        return List.of();
    }
}
