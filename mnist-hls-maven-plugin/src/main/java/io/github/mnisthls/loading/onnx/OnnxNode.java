/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.github.mnisthls.loading.layer.FileText;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.loading.layer.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A node whose inputs are known.
 *
 * @param inputs     for each: a {@link Tensor}, a {@link Signal}, or empty if it is left out
 * @param opset      version of the operators
 * @param attributes of the node
 * @param onlyReader whether nothing else reads its first input
 */
record OnnxNode(NodeProto proto, List<Optional<Object>> inputs, int opset, Attributes attributes, boolean onlyReader)
        implements Origin {
    private static final String AGAIN = "Export the model again.";

    OnnxNode {
        inputs = List.copyOf(inputs);
    }

    /** The same node with other inputs. */
    OnnxNode with(List<Optional<Object>> others) {
        return new OnnxNode(proto, others, opset, attributes, onlyReader);
    }

    /** As a person finds it in the file. */
    static String title(NodeProto proto) {
        String name =
                proto.getName().isEmpty() && proto.getOutputCount() > 0 ? "-> " + proto.getOutput(0) : proto.getName();
        String domain = OnnxFile.isStandard(proto.getDomain()) ? "" : proto.getDomain() + ".";
        return FileText.shown(name) + " (" + FileText.shown(domain + proto.getOpType()) + ")";
    }

    String domain() {
        return proto.getDomain();
    }

    @Override
    public String name() {
        return proto.getName().isEmpty() ? proto.getOpType() + "_" + proto.getOutput(0) : proto.getName();
    }

    @Override
    public String title() {
        return title(proto);
    }

    private Optional<Object> input(int index) {
        return index < inputs.size() ? inputs.get(index) : Optional.empty();
    }

    boolean has(int index) {
        return input(index).isPresent();
    }

    boolean isConstant() {
        return inputs.stream().flatMap(Optional::stream).allMatch(Tensor.class::isInstance);
    }

    boolean isConstant(int index) {
        return input(index).filter(Tensor.class::isInstance).isPresent();
    }

    boolean isSignal(int index) {
        return input(index).filter(Signal.class::isInstance).isPresent();
    }

    Signal signal(int index) {
        Object input = input(index).orElseThrow(() -> new NotReadable("input " + index + " is missing", AGAIN));
        if (input instanceof Signal signal) {
            return signal;
        }
        if (input instanceof Integers) {
            throw new NotReadable(
                    "input " + index + " is integers of QuantizeLinear",
                    "Put DequantizeLinear before it: only Clip may stand between the two.");
        }
        throw new NotReadable("input " + index + " is a constant", "It must come from the image.");
    }

    Integers integers(int index) {
        if (input(index).orElse(null) instanceof Integers integers) {
            return integers;
        }
        throw new NotReadable("input " + index + " is not integers of QuantizeLinear", AGAIN);
    }

    Optional<Tensor> optional(int index, String what) {
        return input(index).map(input -> {
            if (input instanceof Tensor tensor) {
                return tensor;
            }
            throw new NotReadable(what + " depends on the image", "It must be a constant.");
        });
    }

    Tensor constant(int index, String what) {
        return optional(index, what).orElseThrow(() -> new NotReadable(what + " is missing", AGAIN));
    }
}
