/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.mnisthls.loading.layer.FileOutput;
import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the nodes one after the other and gathers all that cannot be read before it gives up. */
final class GraphReader {
    /** What may follow a function that only ranks the logits. */
    private static final Set<String> AFTER_END =
            Set.of("Identity", "Cast", "ArgMax", "Reshape", "Squeeze", "Flatten", "Dropout");

    private static final Set<Integer> NODE_REMARKS = Set.of(9);

    private final Path file;
    private final GraphProto graph;
    private final ModelRequest request;

    /** The place of the output that is read among all. */
    private final int number;

    private final String output;

    private final int opset;
    private final TensorReader tensors;

    /** Constants and signals by name; a node's output is empty if it could not be read. */
    private final Map<String, Optional<Object>> values = new HashMap<>();

    private final Map<String, Integer> readers = new HashMap<>();
    private final List<String> refused = new ArrayList<>();
    private int constantsLeft = Tensor.MAX_VALUES;

    GraphReader(Path file, OnnxFile content, ModelRequest request) {
        this.file = file;
        this.request = request;
        graph = content.graph();
        number = request.outputOf(
                graph.getOutputList().stream().map(ValueInfoProto::getName).toList());
        output = graph.getOutput(number).getName();
        opset = content.opset();
        tensors = new TensorReader(file.toAbsolutePath().getParent());
    }

    LoadedModel read() {
        List<NodeProto> nodes = new NeededNodes(file, graph, output).inOrder();
        nodes.stream()
                .filter(node -> !node.getOpType().equals("Shape")) // takes no values
                .forEach(node -> node.getInputList().forEach(input -> readers.merge(input, 1, Integer::sum)));
        readers.merge(output, 1, Integer::sum);
        Set<String> constants = new HashSet<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            constants.add(tensor.getName());
            values.put(tensor.getName(), attempt("", () -> counted(tensors.read(tensor))));
        }
        ValueInfoProto input = ModelInput.find(file, graph, constants);
        Signal image = ModelInput.signal(file, graph, input, request.images());
        values.put(input.getName(), Optional.of(image));
        LayerCollector network = new LayerCollector(image.shape());
        for (NodeProto node : nodes) {
            Optional<Object> output = attempt(OnnxNode.title(node) + ": ", () -> read(node, network));
            values.put(node.getOutput(0), output);
        }
        return finish(network, image.lies(Axis.BATCH, Axis.ROW, Axis.COLUMN, Axis.CHANNEL));
    }

    private LoadedModel finish(LayerCollector network, boolean channelsLast) {
        Optional<LoadedModel> model = attempt("", () -> {
            Object last = values.getOrDefault(output, Optional.empty()).orElse(null);
            if (!refused.isEmpty()) {
                return null;
            }
            if (!(last instanceof Signal signal)) {
                throw new NotReadable("its output does not depend on its input", "Export the model again.");
            }
            int logits = Logits.value(signal, network);
            return network.build(
                    modelName(),
                    logits,
                    channelsLast,
                    new FileOutput(number, signal.ended().ending()));
        });
        if (!refused.isEmpty()) {
            throw OnnxFile.refused(
                    file,
                    refused.size() == 1
                            ? "a part of it cannot be read"
                            : refused.size() + " parts of it cannot be read",
                    "Export it again without these:\n  " + String.join("\n  ", refused) + "\nOperators that are read: "
                            + String.join(", ", Operators.ALL.keySet()) + ".");
        }
        return model.orElseThrow();
    }

    private String modelName() {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private interface Reading<T> {
        T run();
    }

    private <T> Optional<T> attempt(String place, Reading<? extends T> reading) {
        try {
            return Optional.ofNullable(reading.run());
        } catch (NotReadable | InvalidSettingException e) {
            refused.add(place + e.getMessage());
        } catch (ArithmeticException e) {
            refused.add(place + "sizes that no network has (" + e.getMessage() + "). Export the model again.");
        }
        return Optional.empty();
    }

    private Object read(NodeProto proto, LayerCollector network) {
        List<Optional<Object>> inputs = new ArrayList<>();
        boolean unknown = false;
        for (String name : proto.getInputList()) {
            Optional<Object> value = name.isEmpty() ? Optional.empty() : values.get(name);
            unknown |= !name.isEmpty() && value.isEmpty();
            inputs.add(value);
        }
        Attributes attributes = new Attributes(proto);
        OnnxNode node = new OnnxNode(proto, inputs, opset, attributes, onlyReader(proto));
        String type = proto.getOpType();
        checkKnown(proto);
        if (unknown) {
            return null; // told already by what it reads
        }
        Object output = counted(compute(node, type, network));
        attributes.checkAllRead();
        return output;
    }

    /** A few bytes of a file can ask for constants of any number and size. */
    private <T> T counted(T made) {
        if (made instanceof Tensor tensor) {
            constantsLeft -= tensor.size();
            if (constantsLeft < 0) {
                throw new NotReadable("all constants together have more than 2^24 values", "Use a smaller network.");
            }
        }
        return made;
    }

    private boolean onlyReader(NodeProto proto) {
        return proto.getInputList().stream()
                .filter(name -> values.getOrDefault(name, Optional.empty()).orElse(null) instanceof Signal)
                .allMatch(name -> readers.get(name) == 1);
    }

    private void checkKnown(NodeProto proto) {
        String type = proto.getOpType();
        boolean known = Quantizers.knows(proto.getDomain(), type)
                || ChannelsLast.knows(proto.getDomain(), type)
                || (OnnxFile.isStandard(proto.getDomain())
                        && (IntegerOperators.ALL.containsKey(type)
                                || Operators.ALL.containsKey(type)
                                || ConstantOperators.ALL.containsKey(type)
                                || type.equals("Shape")));
        if (!known) {
            throw new NotReadable(
                    "no layer computes this operator", "Replace it, or export it as several of those that are read.");
        }
        if (!NODE_REMARKS.containsAll(proto.getUnknownFields().asMap().keySet())) {
            throw new NotReadable("it has fields that are not known", "Export it with an older version of ONNX.");
        }
        for (int i = 1; i < proto.getOutputCount(); i++) {
            if (readers.containsKey(proto.getOutput(i)) && !proto.getOutput(i).isEmpty()) {
                throw new NotReadable("its output " + i + " is used", "Only first outputs are read.");
            }
        }
    }

    private Object compute(OnnxNode node, String type, LayerCollector network) {
        if (type.equals("Shape") && !node.inputs().isEmpty()) {
            Object input = node.inputs().get(0).orElseThrow();
            return Tensor.ofIntegers(
                    Extents.some(node, input instanceof Signal signal ? signal.extents() : ((Tensor) input).extents()));
        }
        Optional<QuantizerOperator> quantizer = quantizer(node, type);
        if (quantizer.isPresent()) {
            checkEnds(node, type);
            return quantizer.get().read(node, network);
        }
        if (node.isConstant()) {
            if (!ConstantOperators.ALL.containsKey(type)) {
                throw new NotReadable(
                        "all its inputs are constants", "Fold it when exporting: do_constant_folding=True.");
            }
            return ConstantOperators.ALL.get(type).compute(node, tensors);
        }
        Operator operator = (ChannelsLast.knows(node.domain(), type) ? ChannelsLast.ALL : Operators.ALL).get(type);
        if (operator == null) {
            throw new NotReadable("it depends on the image", "Only constants can be given to it.");
        }
        checkEnds(node, type);
        return operator.read(node, network);
    }

    private static Optional<QuantizerOperator> quantizer(OnnxNode node, String type) {
        if (type.equals("Clip") && !node.isSignal(0)) {
            return Optional.of((clip, network) -> IntegerOperators.clip(clip));
        }
        return Optional.ofNullable(Quantizers.ALL.getOrDefault(type, IntegerOperators.ALL.get(type)));
    }

    private static void checkEnds(OnnxNode node, String type) {
        for (Optional<Object> input : node.inputs()) {
            if (input.orElse(null) instanceof Signal signal && !signal.ended().isNone() && !AFTER_END.contains(type)) {
                throw new NotReadable(
                        "it reads what " + signal.ended().title() + " makes, which is supported only at the end",
                        "Remove one of them.");
            }
        }
    }
}
