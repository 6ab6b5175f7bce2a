/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.hardware.KernelArgument;
import io.github.mnisthls.hardware.KernelTable;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kernel calls as C++ spells them. */
final class KernelCalls implements KernelArgument.Visitor<String> {
    /** The network's input for each value of a pixel. */
    static final String PIXEL_TABLE = "kInputByPixel";

    private static final String SCOPE = "mnist_hls::";

    private final RenderRequest request;
    private final QuantizedNetwork network;
    private final List<String> structs;

    /** @param structs of the layers, in order */
    KernelCalls(RenderRequest request, List<String> structs) {
        this.request = request;
        this.network = request.network();
        this.structs = structs;
    }

    /** The call of a process. */
    KernelCallModel model(DataflowProcess process) {
        List<String> arguments =
                new ArrayList<>(process.inputs().isEmpty() ? List.of("pixels_in") : streams(process.inputs()));
        arguments.addAll(process.outputs().isEmpty() ? logits() : streams(process.outputs()));
        process.call().tables().forEach(table -> arguments.add(table(table)));
        boolean isPort = process.inputs().isEmpty() || process.outputs().isEmpty();
        return new KernelCallModel(
                process.call().function() + (isPort ? port() : ""),
                process.call().template().stream()
                        .map(argument -> argument.accept(this))
                        .toList(),
                arguments);
    }

    /** The type of a value, as one of the structs names it. */
    String valueType(int value) {
        List<Integer> readers = network.readers(value);
        if (readers.isEmpty()) {
            return "Network::Logit";
        }
        int reader = readers.get(0);
        List<Integer> inputs = network.nodes().get(reader).inputs();
        String type = inputs.size() == 1 ? "Input" : inputs.indexOf(value) == 0 ? "Left" : "Right";
        return structs.get(reader) + "::" + type;
    }

    @Override
    public String layerStruct(KernelArgument.LayerStruct argument) {
        return struct(argument.layer());
    }

    @Override
    public String adderStruct(KernelArgument.AdderStruct argument) {
        return AddersBuilder.scope(request.names()) + struct(argument.layer());
    }

    @Override
    public String networkStruct(KernelArgument.NetworkStruct argument) {
        return "Network";
    }

    @Override
    public String count(KernelArgument.Count argument) {
        return Integer.toString(argument.value());
    }

    @Override
    public String policy(KernelArgument.Policy argument) {
        String own = SCOPE + argument.name();
        return argument.template().isEmpty()
                ? own
                : argument.template().stream()
                        .map(inner -> inner.accept(this))
                        .collect(Collectors.joining(", ", own + "<", ">"));
    }

    @Override
    public String valueType(KernelArgument.ValueType argument) {
        return valueType(argument.value());
    }

    @Override
    public String reduction(KernelArgument.Reduction argument) {
        return SCOPE + argument.name() + "<" + struct(argument.layer()) + ">";
    }

    private String table(KernelTable table) {
        String name = table.kind().name();
        return table.layer()
                .map(layer ->
                        "k" + struct(layer) + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))
                .orElse(PIXEL_TABLE);
    }

    private String struct(String layer) {
        for (int i = 0; i < structs.size(); i++) {
            if (network.layers().get(i).name().equals(layer)) {
                return structs.get(i);
            }
        }
        throw new IllegalArgumentException("no layer " + layer);
    }

    private List<String> streams(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> request.plan().streams().get(number).name())
                .toList();
    }

    private List<String> logits() {
        return request.interfaceKind() == InterfaceKind.M_AXI
                ? List.of("logits_out", "class_out")
                : List.of("logits_out");
    }

    /** The end of the names of kernels at a port. */
    private String port() {
        return switch (request.interfaceKind()) {
            case AXIS -> "Stream";
            case M_AXI -> "Memory";
            case ARRAY -> "Array";
        };
    }
}
