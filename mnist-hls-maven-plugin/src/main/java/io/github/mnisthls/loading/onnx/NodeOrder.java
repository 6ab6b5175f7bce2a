/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings nodes into an order in which each stands behind those that it reads. A chain may be longer than a stack is deep. */
final class NodeOrder {
    private final Map<String, NodeProto> makers;
    private final Set<NodeProto> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<NodeProto> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<NodeProto> ordered = new ArrayList<>();

    /** @param makers the node that makes each value; none for what is given */
    NodeOrder(Map<String, NodeProto> makers) {
        this.makers = makers;
    }

    /**
     * A node whose inputs are being looked at.
     *
     * @param left those that nobody looked at yet
     */
    private record Visit(NodeProto node, Iterator<String> left) {
        static Visit of(NodeProto node) {
            return new Visit(node, node.getInputList().iterator());
        }
    }

    /**
     * Adds a node behind all that it reads, unless it is there already.
     *
     * @throws NotReadable if nodes read each other
     */
    void add(NodeProto node) {
        Deque<Visit> visits = new ArrayDeque<>();
        if (begun.add(node)) {
            visits.push(Visit.of(node));
        }
        while (!visits.isEmpty()) {
            Visit visit = visits.peek();
            if (!visit.left().hasNext()) {
                visits.pop();
                done.add(visit.node());
                ordered.add(visit.node());
                continue;
            }
            NodeProto maker = makers.get(visit.left().next());
            if (maker != null && begun.add(maker)) {
                visits.push(Visit.of(maker));
            } else if (maker != null && !done.contains(maker)) {
                throw new NotReadable(
                        "its nodes read each other in a circle, " + OnnxNode.title(maker) + " among them",
                        "Export or copy the model again.");
            }
        }
    }

    List<NodeProto> nodes() {
        return List.copyOf(ordered);
    }
}
