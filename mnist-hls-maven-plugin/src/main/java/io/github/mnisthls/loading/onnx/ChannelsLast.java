/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators of QONNX that compute the same as ONNX's of that name on images, and kernels, whose channels come last. */
final class ChannelsLast {
    static final String DOMAIN = "qonnx.custom_op.channels_last";

    static final Map<String, Operator> ALL = Map.of(
            "Conv", (node, network) -> read(node, network, new ConvOperator(), 2),
            "MaxPool", (node, network) -> read(node, network, Pools.ALL.get("MaxPool"), 1),
            "BatchNormalization", (node, network) -> read(node, network, new BatchNormOperator(), 1));

    private static final List<Integer> TO_FIRST = List.of(0, 3, 1, 2);
    private static final List<Integer> TO_LAST = List.of(0, 2, 3, 1);

    private ChannelsLast() {}

    static boolean knows(String domain, String type) {
        return domain.equals(DOMAIN) && ALL.containsKey(type);
    }

    /** Reads a node whose first inputs have their channels last. */
    private static Signal read(OnnxNode node, LayerCollector network, Operator operator, int moved) {
        List<Optional<Object>> inputs = new ArrayList<>(node.inputs());
        for (int i = 0; i < Math.min(moved, inputs.size()); i++) {
            int index = i;
            inputs.set(i, inputs.get(i).map(input -> channelsFirst(input, index)));
        }
        return operator.read(node.with(inputs), network).transposed(TO_LAST);
    }

    private static Object channelsFirst(Object input, int index) {
        if (input instanceof Tensor tensor && tensor.rank() == TO_FIRST.size()) {
            return tensor.transposed(TO_FIRST);
        }
        if (input instanceof Signal signal && signal.rank() == TO_FIRST.size()) {
            return signal.transposed(TO_FIRST);
        }
        throw new NotReadable("input " + index + " has not four axes", "Only images are supported.");
    }
}
