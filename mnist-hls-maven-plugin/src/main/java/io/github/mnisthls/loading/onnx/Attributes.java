/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The attributes of a node. Each is read or refused: none is passed over. */
final class Attributes {
    private final Map<String, AttributeProto> given = new TreeMap<>();
    private final TreeSet<String> read = new TreeSet<>();

    Attributes(NodeProto node) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (given.put(attribute.getName(), attribute) != null) {
                throw new NotReadable("attribute " + attribute.getName() + " stands twice", "Export the model again.");
            }
        }
    }

    private Optional<AttributeProto> find(String name, AttributeType type) {
        read.add(name);
        Optional<AttributeProto> found = Optional.ofNullable(given.get(name));
        found.filter(attribute -> attribute.getType() != type
                        || !attribute.getRefAttrName().isEmpty())
                .ifPresent(attribute -> {
                    throw new NotReadable(
                            "attribute " + name + " is of type " + attribute.getType() + ", not " + type,
                            "Export the model again.");
                });
        return found;
    }

    int integer(String name, int otherwise) {
        return find(name, AttributeType.INT)
                .map(attribute -> toInt(attribute.getI()))
                .orElse(otherwise);
    }

    double number(String name, double otherwise) {
        return find(name, AttributeType.FLOAT)
                .map(attribute -> (double) attribute.getF())
                .orElse(otherwise);
    }

    String word(String name, String otherwise) {
        return find(name, AttributeType.STRING)
                .map(attribute -> attribute.getS().toStringUtf8())
                .orElse(otherwise);
    }

    Optional<List<Integer>> integers(String name) {
        return find(name, AttributeType.INTS)
                .map(attribute ->
                        attribute.getIntsList().stream().map(Attributes::toInt).toList());
    }

    Optional<List<Float>> numbers(String name) {
        return find(name, AttributeType.FLOATS).map(AttributeProto::getFloatsList);
    }

    Optional<TensorProto> tensor(String name) {
        return find(name, AttributeType.TENSOR).map(AttributeProto::getT);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** Has no say in what an inference computes. */
    void ignore(String name) {
        read.add(name);
    }

    /** Refuses all but one value, which is also the one that counts where there is none. */
    void only(String name, int value, String remedy) {
        int seen = integer(name, value);
        if (seen != value) {
            throw new NotReadable("attribute " + name + " is " + seen, remedy);
        }
    }

    void checkAllRead() {
        TreeSet<String> left = new TreeSet<>(given.keySet());
        left.removeAll(read);
        if (!left.isEmpty()) {
            throw new NotReadable(
                    (left.size() == 1 ? "attribute " : "attributes ") + String.join(", ", left) + " not known",
                    "Export the model with another opset version, from 7 to " + OnnxFile.MAX_OPSET + ".");
        }
    }

    /** A number beyond all sizes stays one: it means the end of a slice, and is refused as anything else. */
    private static int toInt(long value) {
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(value, Integer.MAX_VALUE));
    }
}
