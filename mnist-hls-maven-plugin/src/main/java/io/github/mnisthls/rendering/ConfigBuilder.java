/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static io.github.mnisthls.rendering.CppLiteral.rawType;
import static io.github.mnisthls.rendering.CppLiteral.type;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedAveragePool;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code config.hpp} says. */
final class ConfigBuilder {
    private static final int BITS_PER_BYTE = 8;

    /** Of an AXI4-Lite register. */
    private static final int REGISTER_BITS = 32;

    private final RenderRequest request;
    private final QuantizedNetwork network;
    private final HardwarePlan plan;

    ConfigBuilder(RenderRequest request) {
        this.request = request;
        this.network = request.network();
        this.plan = request.plan();
    }

    ConfigModel build() {
        List<String> structs = CppNames.structs(network);
        List<LayerModel> layers = new ArrayList<>();
        for (int i = 0; i < structs.size(); i++) {
            layers.add(layer(structs.get(i), i));
        }
        boolean isAxis = request.interfaceKind() == InterfaceKind.AXIS;
        return new ConfigModel(
                CppNames.guard(request.names(), "config"),
                request.names().namespace(),
                network.name(),
                network.precision(),
                plan.part().name(),
                planLines(),
                isAxis,
                isAxis ? beats() : List.of(),
                networkTypes(),
                networkConstants(),
                layers,
                TopBuilder.signature(request));
    }

    private List<String> planLines() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d cycles between images, %d cycles for one, at %s ns: %.0f images per second",
                        plan.intervalCycles(),
                        plan.latencyCycles(),
                        clock(plan.clockPeriodNs()),
                        plan.imagesPerSecond()),
                String.format(
                        Locale.ROOT,
                        "%d multipliers for %d multiply-accumulates per image",
                        plan.multipliers(),
                        macs()));
    }

    static String clock(double periodNs) {
        String text = Double.toString(periodNs);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private long macs() {
        return network.layers().stream().mapToLong(QuantizedLayer::macs).sum();
    }

    private List<Alias> networkTypes() {
        QuantizedLayer last = network.last();
        List<Alias> types = new ArrayList<>();
        types.add(new Alias("Input", type(network.input().format())));
        types.add(new Alias("RawInput", rawType(network.input().format())));
        types.add(new Alias("Logit", type(last.outputFormat())));
        types.add(new Alias("RawLogit", rawType(last.outputFormat())));
        switch (request.interfaceKind()) {
            case AXIS -> {
                String extended = last.outputFormat().signed() ? "ap_int<" : "ap_uint<";
                types.add(new Alias("ExtendedLogit", extended + beatBits() + ">"));
            }
            case M_AXI -> types.add(new Alias("Class", "ap_uint<" + REGISTER_BITS + ">"));
            case ARRAY -> {
                // The prototype's ports, which have no place for the class.
            }
        }
        return types;
    }

    private List<Alias> beats() {
        Dialect dialect = request.scripts().dialect();
        return List.of(
                new Alias("PixelBeat", dialect.beat(BITS_PER_BYTE)), new Alias("LogitBeat", dialect.beat(beatBits())));
    }

    /** Bits of a beat that goes out: whole bytes, enough for a logit and for the number of the last class. */
    private int beatBits() {
        int classBits = Integer.SIZE - Integer.numberOfLeadingZeros(network.classes() - 1);
        int bits = Math.max(network.last().outputFormat().width(), classBits);
        return (bits + BITS_PER_BYTE - 1) / BITS_PER_BYTE * BITS_PER_BYTE;
    }

    private List<Constant> networkConstants() {
        Shape shape = network.input().shape();
        return List.of(
                Constant.of("kRows", shape.height()),
                Constant.of("kRowPixels", (long) shape.width() * shape.channels()),
                Constant.of("kPixels", shape.size()),
                Constant.of("kPixelTables", network.input().tables().size()),
                Constant.of("kClasses", network.classes()),
                Constant.of("kLogitChannels", network.last().output().channels()));
    }

    private LayerModel layer(String name, int index) {
        LayerShape shape = LayerShape.of(network.layers().get(index));
        LayerPlan layerPlan = plan.layers().get(index);
        return new LayerModel(
                name,
                summary(shape, layerPlan),
                types(shape),
                shapeConstants(shape),
                folding(shape, layerPlan),
                checks(shape));
    }

    private static String summary(LayerShape shape, LayerPlan layerPlan) {
        QuantizedLayer layer = shape.layer();
        String work = layerPlan.multipliers() > 0
                ? ", " + layer.macs() + " products on " + layerPlan.multipliers() + " multipliers"
                : "";
        return layer.name() + ": " + layerPlan.kind() + " " + layer.input() + " -> " + layer.output()
                + (layer.relu() ? " with ReLU" : "") + work + ", " + layerPlan.intervalCycles() + " cycles per image";
    }

    private static List<Alias> types(LayerShape shape) {
        QuantizedLayer layer = shape.layer();
        List<Alias> types = new ArrayList<>();
        types.add(new Alias("Input", type(layer.inputFormat())));
        types.add(new Alias("RawInput", rawType(layer.inputFormat())));
        shape.affine().ifPresent(affine -> types.addAll(affineTypes(affine, layer)));
        if (layer instanceof QuantizedAveragePool pool) {
            types.add(new Alias("Sum", type(pool.sumFormat())));
            types.add(new Alias("Reciprocal", type(pool.reciprocalFormat())));
            types.add(new Alias("RawReciprocal", rawType(pool.reciprocalFormat())));
            types.add(new Alias("Accumulator", type(pool.accumulatorFormat())));
        }
        types.add(new Alias("Output", type(layer.outputFormat())));
        types.add(new Alias("Activation", activation(layer)));
        return types;
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

    private static List<Alias> affineTypes(QuantizedAffine affine, QuantizedLayer layer) {
        return List.of(
                new Alias("Weight", type(affine.weightFormat())),
                new Alias("RawWeight", rawType(affine.weightFormat())),
                new Alias("Accumulator", type(layer.accumulatorFormat())),
                new Alias("RawAccumulator", rawType(layer.accumulatorFormat())));
    }

    private static List<Constant> shapeConstants(LayerShape shape) {
        QuantizedLayer layer = shape.layer();
        List<Constant> constants = new ArrayList<>();
        if (shape.window().isPresent()) {
            constants.addAll(windowConstants(shape, shape.window().get()));
        }
        if (shape.affine().isPresent()) {
            constants.add(Constant.of("kPositions", shape.positions()));
            constants.add(Constant.of("kFanIn", shape.fanIn()));
            constants.add(Constant.of("kOutputs", shape.outputs()));
        }
        if (layer instanceof QuantizedAveragePool pool) {
            constants.add(new Constant(
                    "unsigned long long",
                    "kReciprocal",
                    Long.toUnsignedString(pool.reciprocals().get(0)) + "ULL"));
        }
        return constants;
    }

    private static List<Constant> windowConstants(LayerShape shape, Window window) {
        Shape input = shape.layer().input();
        Shape output = shape.layer().output();
        Padding padding = window.padding();
        return List.of(
                Constant.of("kInChannels", input.channels()),
                Constant.of("kInHeight", input.height()),
                Constant.of("kInWidth", input.width()),
                Constant.of("kOutHeight", output.height()),
                Constant.of("kOutWidth", output.width()),
                Constant.of("kKernelHeight", window.kernelHeight()),
                Constant.of("kKernelWidth", window.kernelWidth()),
                Constant.of("kStrideHeight", window.strideHeight()),
                Constant.of("kStrideWidth", window.strideWidth()),
                Constant.of("kDilationHeight", window.dilationHeight()),
                Constant.of("kDilationWidth", window.dilationWidth()),
                Constant.of("kPadTop", padding.top()),
                Constant.of("kPadBottom", padding.bottom()),
                Constant.of("kPadLeft", padding.left()),
                Constant.of("kPadRight", padding.right()),
                new Constant("long long", "kPadValue", CppLiteral.integer(padValue(shape))));
    }

    /** The padding of a maximum, which adds nothing up, never wins. */
    private static long padValue(LayerShape shape) {
        boolean isMaximum = !shape.layer().accumulates();
        return isMaximum ? shape.layer().inputFormat().minRaw() : 0;
    }

    private static List<Constant> folding(LayerShape shape, LayerPlan layerPlan) {
        List<Constant> constants = new ArrayList<>();
        constants.add(Constant.of(
                shape.isTiled() ? "kLanes" : "kInLanes", layerPlan.inLanes().get(0)));
        if (!shape.isTiled()) {
            constants.add(Constant.of("kSimd", layerPlan.simd()));
        }
        if (shape.affine().isPresent()) {
            constants.add(Constant.of("kPe", layerPlan.pe()));
        }
        return constants;
    }

    private static List<LayerModel.Check> checks(LayerShape shape) {
        List<LayerModel.Check> checks = new ArrayList<>();
        if (shape.isConvolution()) {
            checks.add(new LayerModel.Check(
                    "kFanIn == kInChannels * kKernelHeight * kKernelWidth", "a convolution sees its whole window"));
            checks.add(new LayerModel.Check("kPositions == kOutHeight * kOutWidth", "one vector per output pixel"));
        }
        if (shape.affine().isPresent()) {
            checks.add(new LayerModel.Check(
                    "Accumulator::width - Accumulator::iwidth >=\n"
                            + "                    Input::width - Input::iwidth + Weight::width - Weight::iwidth",
                    "a product must not lose a bit"));
        }
        return checks;
    }
}
