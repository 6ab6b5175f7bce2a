/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The content of a file whose size and versions can be read.
 *
 * @param opset version of the standard operators
 */
record OnnxFile(GraphProto graph, int opset) {
    static final int MIN_OPSET = 7;

    /**
     * Up to this version the operators that are read have only got more types of elements, and attributes that are refused
     * where they make a difference. What a later one changes is not known.
     */
    static final int MAX_OPSET = 28;

    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_NODES = 10_000;

    /** Fields that newer versions have and that hold remarks, or how to spread a model over several machines. */
    private static final Set<Integer> MODEL_REMARKS = Set.of(25, 26);

    private static final Set<Integer> GRAPH_REMARKS = Set.of(16);

    static OnnxFile read(Path file) {
        ModelProto model = parse(file);
        GraphProto graph = model.getGraph();
        if (model.getFunctionsCount() > 0
                || !MODEL_REMARKS.containsAll(model.getUnknownFields().asMap().keySet())
                || !GRAPH_REMARKS.containsAll(graph.getUnknownFields().asMap().keySet())
                || graph.getSparseInitializerCount() > 0) {
            throw refused(
                    file,
                    "it has functions of its own, sparse weights or other parts that are not read",
                    "Export it with plain operators and dense weights.");
        }
        if (graph.getNodeCount() == 0 || graph.getNodeCount() > MAX_NODES) {
            throw refused(
                    file,
                    "it has " + graph.getNodeCount() + " nodes",
                    "From 1 to " + MAX_NODES + " are supported: check the file, or use a smaller network.");
        }
        return new OnnxFile(graph, opset(file, model));
    }

    private static ModelProto parse(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw refused(
                        file,
                        "it has more than " + (MAX_BYTES >> 20) + " MiB",
                        "Networks of that size are not supported.");
            }
            CodedInputStream in = CodedInputStream.newInstance(Files.readAllBytes(file));
            in.enableAliasing(true);
            ModelProto model = ModelProto.parseFrom(in);
            if (!model.hasGraph() || model.getOpsetImportCount() == 0) {
                throw refused(file, "it is not an ONNX model", "Save or copy the model again.");
            }
            return model;
        } catch (InvalidProtocolBufferException e) {
            throw refused(
                    file, "it is not a complete ONNX model (" + e.getMessage() + ")", "Save or copy the model again.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static int opset(Path file, ModelProto model) {
        long version = 0;
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            if (isStandard(set.getDomain())) {
                version = set.getVersion();
            }
        }
        if (version < MIN_OPSET || version > MAX_OPSET) {
            throw refused(
                    file,
                    "it uses version " + version + " of the operator set",
                    "Versions " + MIN_OPSET + " to " + MAX_OPSET + " are read: export it with opset_version=17.");
        }
        return (int) version;
    }

    static boolean isStandard(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    static InvalidSettingException refused(Path file, String problem, String remedy) {
        return new InvalidSettingException(Settings.MODEL, file, problem, remedy);
    }
}
