/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.Ending;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions at the end that leave the order of the logits as it is, or name the largest: they are left out. */
final class Endings {
    private static final int ONE_AXIS_SINCE = 13;

    static final Map<String, Operator> ALL = Map.of(
            "Softmax", (node, network) -> softmax(node, Ending.SOFTMAX),
            "LogSoftmax", (node, network) -> softmax(node, Ending.LOG_SOFTMAX),
            "ArgMax", (node, network) -> argMax(node));

    private Endings() {}

    private static Signal softmax(OnnxNode node, Ending ending) {
        Signal in = node.signal(0);
        boolean oneAxis = node.opset() >= ONE_AXIS_SINCE;
        int axis = in.axis(node.attributes().integer("axis", oneAxis ? -1 : 1));
        // Before, all axes from there on were taken together.
        checkClasses(
                in,
                oneAxis
                        ? in.axes().get(axis)
                        : in.axes().subList(axis, in.rank()).stream()
                                .flatMap(List::stream)
                                .toList());
        return in.end(ending, node.title());
    }

    private static Signal argMax(OnnxNode node) {
        Signal in = node.signal(0);
        node.attributes().only("select_last_index", 0, "The first of equal logits counts: set it to 0.");
        int axis = in.axis(node.attributes().integer("axis", 0));
        checkClasses(in, in.axes().get(axis));
        List<List<Axis>> left = new ArrayList<>(in.axes());
        if (node.attributes().integer("keepdims", 1) == 0) {
            left.remove(axis);
        } else {
            left.set(axis, List.of());
        }
        return in.with(left).end(Ending.ARG_MAX, node.title());
    }

    private static void checkClasses(Signal in, List<Axis> taken) {
        List<Axis> all = new ArrayList<>();
        in.axes().forEach(all::addAll);
        all.remove(Axis.BATCH);
        List<Axis> natural = all.stream().sorted().toList();
        if (!taken.equals(all) || !all.equals(natural)) {
            throw new NotReadable(
                    "it is not taken over the classes of " + in.extents(), "Set axis to that of the classes.");
        }
    }
}
