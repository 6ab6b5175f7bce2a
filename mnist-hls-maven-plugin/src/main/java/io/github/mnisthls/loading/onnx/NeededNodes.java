/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.mnisthls.loading.layer.NotReadable;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes on which an output depends.
 *
 * @param file   for messages
 * @param output that is read
 */
record NeededNodes(Path file, GraphProto graph, String output) {
    private static final String AGAIN = "Export or copy the model again.";

    /** Each after those that it reads. */
    List<NodeProto> inOrder() {
        Set<String> given = new HashSet<>();
        graph.getInputList().forEach(input -> given.add(input.getName()));
        graph.getInitializerList().forEach(tensor -> given.add(tensor.getName()));
        checkInitializers();
        Map<String, NodeProto> makers = makers(given);
        NodeOrder order = new NodeOrder(makers);
        try {
            needed(makers, given).forEach(order::add);
        } catch (NotReadable e) {
            throw OnnxFile.refused(file, e.problem(), e.remedy());
        }
        return order.nodes();
    }

    private void checkInitializers() {
        Set<String> names = new HashSet<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            if (!names.add(tensor.getName())) {
                throw OnnxFile.refused(file, "two constants are called '" + tensor.getName() + "'", AGAIN);
            }
        }
    }

    private Map<String, NodeProto> makers(Set<String> given) {
        Map<String, NodeProto> makers = new HashMap<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOutputCount() == 0) {
                throw OnnxFile.refused(file, "node " + OnnxNode.title(node) + " has no output", AGAIN);
            }
            for (String made : node.getOutputList()) {
                if (!made.isEmpty() && (given.contains(made) || makers.put(made, node) != null)) {
                    throw OnnxFile.refused(file, "two nodes make the value '" + made + "'", AGAIN);
                }
            }
        }
        return makers;
    }

    /** In the file's order. */
    private List<NodeProto> needed(Map<String, NodeProto> makers, Set<String> given) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(output));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (name.isEmpty() || given.contains(name) || !seen.add(name)) {
                continue;
            }
            NodeProto maker = makers.get(name);
            if (maker == null) {
                throw OnnxFile.refused(file, "nothing makes the value '" + name + "'", AGAIN);
            }
            open.addAll(maker.getInputList());
        }
        return graph.getNodeList().stream()
                .filter(node -> node.getOutputList().stream().anyMatch(seen::contains))
                .toList();
    }
}
