/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.End;
import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Pooling over windows, and over the whole image. */
final class Pools {
    static final Map<String, Operator> ALL = Map.of(
            "MaxPool", Pools::max,
            "AveragePool", Pools::average,
            "GlobalAveragePool", Pools::global,
            "ReduceMean", Pools::mean);

    private Pools() {}

    private static Signal max(OnnxNode node, LayerCollector network) {
        node.attributes().only("storage_order", 0, "Export the model again.");
        Window window = window(node, network);
        return image(node, network, name -> new MaxPool(name, window));
    }

    private static Signal average(OnnxNode node, LayerCollector network) {
        boolean countPadding = node.attributes().integer("count_include_pad", 0) != 0;
        Window window = window(node, network);
        return image(node, network, name -> new AveragePool(name, window, countPadding));
    }

    private static Window window(OnnxNode node, LayerCollector network) {
        Signal in = node.signal(0);
        in.checkImage(network);
        List<Integer> kernel = node.attributes().integers("kernel_shape").orElse(List.of());
        if (kernel.size() != 2) {
            throw new NotReadable("kernel_shape is " + kernel, "Only windows of two axes are supported.");
        }
        Window window = Windows.of(node.attributes(), kernel.get(0), kernel.get(1), in.shape());
        if (node.attributes().integer("ceil_mode", 0) != 0) {
            Windows.checkCeil(window, in.shape());
        }
        return window;
    }

    private static Signal image(OnnxNode node, LayerCollector network, LayerCollector.Named maker) {
        Signal in = node.signal(0);
        int value = network.add(node, maker, in.value());
        return in.of(value, network.shape(value)).lying(Axis.BATCH, Axis.CHANNEL, Axis.ROW, Axis.COLUMN);
    }

    private static Signal global(OnnxNode node, LayerCollector network) {
        node.signal(0).checkImage(network);
        return image(node, network, GlobalAveragePool::new);
    }

    private static Signal mean(OnnxNode node, LayerCollector network) {
        Signal in = node.signal(0);
        node.attributes().only("noop_with_empty_axes", 0, "Give the axes of the image.");
        boolean keep = node.attributes().integer("keepdims", 1) != 0;
        List<Integer> given = node.attributes()
                .integers("axes")
                .or(() -> node.optional(1, "axes").map(values -> values.integers("axes")))
                .orElse(List.of());
        TreeSet<Integer> axes = new TreeSet<>(given.stream().map(in::axis).toList());
        List<Axis> reduced = new ArrayList<>();
        axes.forEach(axis -> reduced.addAll(in.axes().get(axis)));
        List<Axis> image = new ArrayList<>();
        in.axes().forEach(group -> image.addAll(group));
        image.removeIf(axis -> axis == Axis.BATCH || axis == Axis.CHANNEL);
        if (axes.isEmpty()
                || reduced.size() != image.size()
                || !reduced.containsAll(image)
                || !network.shape(in.value()).equals(in.shape())) {
            throw new NotReadable(
                    "axes are " + given + " of " + in.extents(),
                    "Only the mean over all rows and columns is supported.");
        }
        int value = network.add(node, GlobalAveragePool::new, in.value());
        List<List<Axis>> left = new ArrayList<>();
        for (int axis = 0; axis < in.rank(); axis++) {
            if (!axes.contains(axis)) {
                left.add(in.axes().get(axis));
            } else if (keep) {
                left.add(List.of());
            }
        }
        return new Signal(value, network.shape(value), in.batch(), left, End.NONE);
    }
}
