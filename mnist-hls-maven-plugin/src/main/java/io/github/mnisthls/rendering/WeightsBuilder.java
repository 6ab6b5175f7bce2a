/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedInput;
import io.github.mnisthls.quantization.RawVector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What {@code weights.hpp} says: raw integers in the order in which the hardware reads them. */
final class WeightsBuilder {
    private final RenderRequest request;

    WeightsBuilder(RenderRequest request) {
        this.request = request;
    }

    WeightsModel build(String configFile) {
        List<WeightsModel.Table> tables = new ArrayList<>();
        tables.add(pixels(request.network().input()));
        List<String> structs = CppNames.structs(request.network());
        for (int i = 0; i < structs.size(); i++) {
            LayerShape shape = LayerShape.of(request.network().layers().get(i));
            if (shape.affine().isPresent()) {
                LayerPlan plan = request.plan().layers().get(i);
                tables.add(weights(structs.get(i), shape, shape.affine().get(), plan));
                tables.add(bias(structs.get(i), shape, shape.affine().get(), plan));
            }
        }
        return new WeightsModel(
                CppNames.guard(request.names(), "weights"), request.names().namespace(), configFile, tables);
    }

    private static WeightsModel.Table pixels(QuantizedInput input) {
        int tables = input.tables().size();
        List<String> rows = new ArrayList<>();
        for (int channel = 0; channel < tables; channel++) {
            RawVector table = input.tables().get(channel);
            List<String> values = IntStream.range(0, QuantizedInput.PIXEL_VALUES)
                    .mapToObj(pixel -> CppLiteral.raw(table.get(pixel), input.format()))
                    .toList();
            rows.add(CppLiteral.braced(values, "    ") + (channel < tables - 1 ? "," : ""));
        }
        return new WeightsModel.Table(
                "The network's input for each pixel value" + (tables > 1 ? " of each channel." : "."),
                "Network::RawInput",
                "kInputByPixel",
                "[" + tables + "][" + QuantizedInput.PIXEL_VALUES + "]",
                rows);
    }

    private static WeightsModel.Table weights(String struct, LayerShape shape, QuantizedAffine affine, LayerPlan plan) {
        int inputFolds = shape.fanIn() / plan.simd();
        int outputFolds = shape.outputs() / plan.pe();
        List<String> rows = new ArrayList<>();
        for (int outputFold = 0; outputFold < outputFolds; outputFold++) {
            for (int inputFold = 0; inputFold < inputFolds; inputFold++) {
                int fold = outputFold * inputFolds + inputFold;
                for (int pe = 0; pe < plan.pe(); pe++) {
                    int output = outputFold * plan.pe() + pe;
                    int first = inputFold * plan.simd();
                    List<String> lanes = IntStream.range(first, first + plan.simd())
                            .map(input -> sourceIndex(shape, input))
                            .mapToObj(input -> CppLiteral.raw(
                                    affine.weights().get(output * shape.fanIn() + input), affine.weightFormat()))
                            .toList();
                    String row = CppLiteral.braced(lanes, "     ");
                    rows.add((pe == 0 ? "    {" + row.substring("     ".length()) : row)
                            + (pe < plan.pe() - 1 ? "," : fold < outputFolds * inputFolds - 1 ? "}," : "}"));
                }
            }
        }
        return new WeightsModel.Table(
                shape.layer().name() + ": " + outputFolds + " groups of outputs x " + inputFolds + " of inputs, "
                        + plan.pe() + " outputs, " + plan.simd() + " inputs. Raw " + affine.weightFormat() + ".",
                struct + "::RawWeight",
                "k" + struct + "Weights",
                "[" + inputFolds * outputFolds + "][" + plan.pe() + "][" + plan.simd() + "]",
                rows);
    }

    /** Where a layer's weights have the input that the hardware, which goes pixel by pixel, reads at this place. */
    static int sourceIndex(LayerShape shape, int hardwareIndex) {
        Shape input = shape.layer().input();
        int width = shape.window().map(Window::kernelWidth).orElse(input.width());
        int height = shape.window().map(Window::kernelHeight).orElse(input.height());
        int channel = hardwareIndex % input.channels();
        int column = hardwareIndex / input.channels() % width;
        int row = hardwareIndex / input.channels() / width;
        return (channel * height + row) * width + column;
    }

    private static WeightsModel.Table bias(String struct, LayerShape shape, QuantizedAffine affine, LayerPlan plan) {
        int outputFolds = shape.outputs() / plan.pe();
        FixedPointFormat accumulator = shape.layer().accumulatorFormat();
        List<String> rows = new ArrayList<>();
        for (int outputFold = 0; outputFold < outputFolds; outputFold++) {
            int first = outputFold * plan.pe();
            List<String> lanes = IntStream.range(first, first + plan.pe())
                    .mapToObj(output -> CppLiteral.raw(
                            atPoint(affine.bias().get(output), affine.biasFormat(), accumulator), accumulator))
                    .toList();
            rows.add(CppLiteral.braced(lanes, "    ") + (outputFold < outputFolds - 1 ? "," : ""));
        }
        return new WeightsModel.Table(
                shape.layer().name() + ": bias, at the accumulator's binary point. Raw " + CppLiteral.type(accumulator)
                        + ".",
                struct + "::RawAccumulator",
                "k" + struct + "Bias",
                "[" + outputFolds + "][" + plan.pe() + "]",
                rows);
    }

    private static long atPoint(long bias, FixedPointFormat from, FixedPointFormat to) {
        int shift = to.fractionBits() - from.fractionBits();
        if (shift < 0) {
            throw new IllegalArgumentException("the accumulator " + to + " is coarser than the bias " + from);
        }
        return to.quantize(bias, from);
    }
}
