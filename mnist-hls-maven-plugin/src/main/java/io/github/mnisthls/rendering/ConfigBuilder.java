/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static io.github.mnisthls.rendering.CppLiteral.rawType;
import static io.github.mnisthls.rendering.CppLiteral.type;

import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code config.hpp} says. */
final class ConfigBuilder {
    private static final int BITS_PER_BYTE = 8;

    /** Of an AXI4-Lite register. */
    private static final int REGISTER_BITS = 32;

    private final RenderRequest request;
    private final QuantizedNetwork network;
    private final HardwarePlan plan;
    private final TemplateEngine engine;

    /** @param engine with the template of the signature */
    ConfigBuilder(RenderRequest request, TemplateEngine engine) {
        this.engine = engine;
        this.request = request;
        this.network = request.network();
        this.plan = request.plan();
    }

    ConfigModel build() {
        List<String> structs = CppNames.structs(network, request.names());
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
                TopFunctionModel.of(request).declaration(engine));
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
                new Alias("PixelBeat", dialect.beat(BITS_PER_BYTE * plan.pixelsPerBeat())),
                new Alias("LogitBeat", dialect.beat(beatBits())));
    }

    /** Bits of a beat that goes out: whole bytes, enough for a logit and for the number of the last class. */
    private int beatBits() {
        int classBits = Integer.SIZE - Integer.numberOfLeadingZeros(network.classes() - 1);
        int bits = Math.max(network.last().outputFormat().width(), classBits);
        return (bits + BITS_PER_BYTE - 1) / BITS_PER_BYTE * BITS_PER_BYTE;
    }

    private List<Constant> networkConstants() {
        Shape shape = network.input().shape();
        List<Constant> constants = new ArrayList<>(List.of(
                Constant.of("kRows", shape.height()),
                Constant.of("kRowPixels", (long) shape.width() * shape.channels()),
                Constant.of("kPixels", shape.size()),
                Constant.of("kPixelTables", network.input().tables().size()),
                Constant.of("kClasses", network.classes()),
                Constant.of("kLogitChannels", network.last().output().channels())));
        if (plan.pixelsPerBeat() > 1) {
            constants.add(Constant.of("kBeatPixels", plan.pixelsPerBeat()));
            constants.add(Constant.of("kInputLanes", plan.inputLanes()));
        }
        return constants;
    }

    private LayerModel layer(String struct, int index) {
        QuantizedLayer layer = network.layers().get(index);
        LayerPlan layerPlan = plan.layers().get(index);
        Set<String> kernels = plan.processes().stream()
                .filter(process -> process.layer().equals(Optional.of(layer.name())))
                .map(process -> process.call().function())
                .collect(Collectors.toSet());
        return layer.accept(new LayerStructs(layerPlan, kernels))
                .model(struct, summary(layer, layerPlan) + original(layer));
    }

    private String original(QuantizedLayer layer) {
        String name = request.originals().get(layer.name());
        return name == null ? "" : "; " + name + " in the model's file";
    }

    private static String summary(QuantizedLayer layer, LayerPlan layerPlan) {
        String work = layerPlan.multipliers() > 0
                ? ", " + layer.macs() + " products on " + layerPlan.multipliers() + " multipliers"
                : "";
        String inputs =
                layer.inputs().stream().map(input -> input.shape().toString()).collect(Collectors.joining(" and "));
        String ends = layer.clamp().isRelu() ? " with ReLU" : layer.clamp().isNone() ? "" : " with a clip";
        return layer.name() + ": " + layerPlan.kind() + " " + inputs + " -> " + layer.output() + ends + work + ", "
                + layerPlan.intervalCycles() + " cycles per image";
    }
}
