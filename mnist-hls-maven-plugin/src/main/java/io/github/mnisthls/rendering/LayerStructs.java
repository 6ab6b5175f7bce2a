/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static io.github.mnisthls.rendering.CppLiteral.rawType;
import static io.github.mnisthls.rendering.CppLiteral.type;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.network.Padding;
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
import java.util.Set;

/** What the struct of each kind of layer holds: types, shape, folding, and what must hold between them. */
final class LayerStructs implements QuantizedLayer.Visitor<StructContents> {
    private static final Window POINT = Window.square(1, 1);

    private final LayerPlan plan;
    private final Set<String> kernels;

    /**
     * For one layer.
     *
     * @param kernels that its processes call
     */
    LayerStructs(LayerPlan plan, Set<String> kernels) {
        this.plan = plan;
        this.kernels = Set.copyOf(kernels);
    }

    @Override
    public StructContents conv2d(QuantizedConv2d layer) {
        StructContents struct = affine(window(unary(layer), layer, layer.window(), 0), layer.affine(), layer)
                .check("a convolution sees its whole window", "kFanIn == kInChannels * kKernelHeight * kKernelWidth")
                .check("one vector per output pixel", "kPositions == kOutHeight * kOutWidth")
                .checkProducts();
        patches(struct.folding("kInLanes", inLanes(layer)), layer.window());
        return struct.folding("kSimd", plan.simd()).folding("kPe", plan.pe());
    }

    /** Of neighbors that are computed together, or of one where several pixels come at a time. */
    private void patches(StructContents struct, Window window) {
        if (kernels.contains("WindowPatches")) {
            struct.folding("kWindows", plan.windows())
                    .folding("kPatchWidth", (plan.windows() - 1L) * window.strideWidth() + window.reachWidth());
        }
    }

    /** Lanes of the words that its windows are made of. */
    private int inLanes(QuantizedLayer.Unary layer) {
        int reaching = plan.inLanes().get(0);
        int channels = layer.input().channels();
        return kernels.contains("WindowPatches") ? Math.max(reaching, channels) : Math.min(reaching, channels);
    }

    @Override
    public StructContents dense(QuantizedDense layer) {
        return affine(unary(layer), layer.affine(), layer)
                .checkProducts()
                .folding("kInLanes", plan.inLanes().get(0))
                .folding("kSimd", plan.simd())
                .folding("kPe", plan.pe());
    }

    private static StructContents affine(StructContents struct, QuantizedAffine affine, QuantizedLayer.Unary layer) {
        Shape output = layer.output();
        return products(struct, affine, layer)
                .shape("kPositions", (long) output.height() * output.width())
                .shape("kFanIn", affine.fanIn())
                .shape("kOutputs", output.channels());
    }

    private static StructContents products(StructContents struct, QuantizedAffine affine, QuantizedLayer layer) {
        return struct.type("Weight", type(affine.weightFormat()))
                .type("RawWeight", rawType(affine.weightFormat()))
                .type("Accumulator", type(layer.accumulatorFormat()))
                .type("RawAccumulator", rawType(layer.accumulatorFormat()));
    }

    @Override
    public StructContents depthwise(QuantizedDepthwise layer) {
        StructContents struct = products(unary(layer), layer.affine(), layer);
        boolean isPoint = layer.window().equals(POINT);
        StructContents shaped = (isPoint
                        ? struct.shape("kInChannels", layer.input().channels())
                        : window(struct, layer, layer.window(), 0))
                .shape(
                        "kPositions",
                        (long) layer.output().height() * layer.output().width());
        return plan.implementation() == Implementation.ADDERS
                ? constantDepthwise(shaped, layer)
                : shaped.shape("kArea", layer.window().area())
                        .shape("kMultiplier", layer.multiplier())
                        .checkProducts()
                        .folding("kInLanes", inLanes(layer))
                        .folding("kSimd", plan.simd());
    }

    /** As the matrix that it is, in which most weights are 0. */
    private StructContents constantDepthwise(StructContents struct, QuantizedDepthwise layer) {
        struct.shape("kFanIn", layer.matrixInputs())
                .shape("kOutputs", layer.output().channels())
                .checkProducts()
                .folding("kInLanes", inLanes(layer));
        patches(struct, layer.window());
        return struct.folding("kSimd", plan.simd()).folding("kPe", plan.pe());
    }

    @Override
    public StructContents maxPool(QuantizedMaxPool layer) {
        // The padding of a maximum never wins.
        long lowest = layer.inputFormat().minRaw();
        return pooled(window(unary(layer), layer, layer.window(), lowest), layer);
    }

    @Override
    public StructContents averagePool(QuantizedAveragePool layer) {
        StructContents struct = unary(layer)
                .type("Sum", type(layer.sumFormat()))
                .type("Reciprocal", type(layer.reciprocalFormat()))
                .type("RawReciprocal", rawType(layer.reciprocalFormat()))
                .type("Accumulator", type(layer.accumulatorFormat()));
        StructContents shaped = window(struct, layer, layer.window(), 0);
        return pooled(
                layer.dividesByPosition()
                        ? shaped.shape(
                                "kPositions",
                                (long) layer.output().height() * layer.output().width())
                        : shaped.shape(new Constant(
                                "unsigned long long",
                                "kReciprocal",
                                Long.toUnsignedString(layer.reciprocals().get(0)) + "ULL")),
                layer);
    }

    private StructContents pooled(StructContents struct, QuantizedLayer.Unary layer) {
        // Windows that touch without overlapping need no registers.
        boolean isTiled = kernels.contains("PoolTiles") || kernels.contains("PoolNeighbors");
        return isTiled
                ? struct.folding("kLanes", plan.pe())
                : struct.folding("kInLanes", inLanes(layer)).folding("kSimd", plan.simd());
    }

    @Override
    public StructContents activation(QuantizedActivation layer) {
        StructContents struct = unary(layer);
        if (layer.slopes().isEmpty()) {
            return words(struct, layer);
        }
        FixedPointFormat slope = layer.slopes().map(Slopes::format).orElseThrow();
        return pixels(
                struct.type("Slope", type(slope))
                        .type("RawSlope", rawType(slope))
                        .type("Accumulator", type(layer.accumulatorFormat())),
                layer);
    }

    @Override
    public StructContents table(QuantizedTable layer) {
        return words(
                unary(layer)
                        .type("Index", type(layer.indexFormat()))
                        .type("RawIndex", rawType(layer.indexFormat()))
                        .type("RawOutput", rawType(layer.outputFormat()))
                        .shape("kEntries", layer.entries().size()),
                layer);
    }

    @Override
    public StructContents pad(QuantizedPad layer) {
        Padding padding = layer.padding();
        return pixelWords(sides(image(unary(layer), layer.input()), padding), layer.input());
    }

    @Override
    public StructContents crop(QuantizedCrop layer) {
        return pixelWords(
                image(unary(layer), layer.input())
                        .shape("kOutHeight", layer.output().height())
                        .shape("kOutWidth", layer.output().width())
                        .shape("kCropTop", layer.margin().top())
                        .shape("kCropLeft", layer.margin().left()),
                layer.input());
    }

    @Override
    public StructContents upsample(QuantizedUpsample layer) {
        return pixelWords(
                image(unary(layer), layer.input()).shape("kRows", layer.rows()).shape("kColumns", layer.columns()),
                layer.input());
    }

    @Override
    public StructContents add(QuantizedAdd layer) {
        return words(joined(layer), layer);
    }

    @Override
    public StructContents concat(QuantizedConcat layer) {
        Shape output = layer.output();
        return joined(layer)
                .shape("kPixels", (long) output.height() * output.width())
                .folding("kLeftWords", layer.left().shape().channels() / plan.pe())
                .folding("kRightWords", layer.right().shape().channels() / plan.pe())
                .folding("kLanes", plan.pe());
    }

    private static StructContents joined(QuantizedLayer layer) {
        return new StructContents()
                .type("Left", type(layer.inputs().get(0).format()))
                .type("Right", type(layer.inputs().get(1).format()))
                .type("Accumulator", type(layer.accumulatorFormat()))
                .results(type(layer.outputFormat()), activation(layer));
    }

    private StructContents words(StructContents struct, QuantizedLayer layer) {
        return struct.folding("kWords", layer.output().size() / plan.pe()).folding("kLanes", plan.pe());
    }

    private StructContents pixels(StructContents struct, QuantizedLayer layer) {
        Shape shape = layer.output();
        return pixelWords(struct.shape("kPixels", (long) shape.height() * shape.width()), shape);
    }

    private StructContents pixelWords(StructContents struct, Shape shape) {
        return struct.folding("kPixelWords", shape.channels() / plan.pe()).folding("kLanes", plan.pe());
    }

    private static StructContents unary(QuantizedLayer.Unary layer) {
        return new StructContents()
                .type("Input", type(layer.inputFormat()))
                .type("RawInput", rawType(layer.inputFormat()))
                .results(type(layer.outputFormat()), activation(layer));
    }

    private static String activation(QuantizedLayer layer) {
        if (layer.clamp().isNone() || layer.clamp().isRelu()) {
            return layer.clamp().isNone() ? "mnist_hls::Linear" : "mnist_hls::Relu";
        }
        FixedPointFormat accumulator = layer.accumulatorFormat();
        long lowest = layer.clamp().lowest().orElse(accumulator.minRaw());
        long highest = layer.clamp().highest().orElse(accumulator.maxRaw());
        return "mnist_hls::Clip<" + CppLiteral.integer(lowest) + ", " + CppLiteral.integer(highest) + ">";
    }

    private static StructContents image(StructContents struct, Shape shape) {
        return struct.shape("kInHeight", shape.height()).shape("kInWidth", shape.width());
    }

    private static StructContents sides(StructContents struct, Padding padding) {
        return struct.shape("kPadTop", padding.top())
                .shape("kPadBottom", padding.bottom())
                .shape("kPadLeft", padding.left())
                .shape("kPadRight", padding.right());
    }

    /** @param padValue raw */
    private static StructContents window(
            StructContents struct, QuantizedLayer.Unary layer, Window window, long padValue) {
        StructContents shaped = struct.shape("kInChannels", layer.input().channels())
                .shape("kInHeight", layer.input().height())
                .shape("kInWidth", layer.input().width())
                .shape("kOutHeight", layer.output().height())
                .shape("kOutWidth", layer.output().width())
                .shape("kKernelHeight", window.kernelHeight())
                .shape("kKernelWidth", window.kernelWidth())
                .shape("kStrideHeight", window.strideHeight())
                .shape("kStrideWidth", window.strideWidth())
                .shape("kDilationHeight", window.dilationHeight())
                .shape("kDilationWidth", window.dilationWidth());
        return sides(shaped, window.padding())
                .shape(new Constant("long long", "kPadValue", CppLiteral.integer(padValue)));
    }
}
