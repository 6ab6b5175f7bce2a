/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Convolutions of all channels, or of each by itself. */
final class ConvOperator implements Operator {
    private static final int RANK = 4;

    @Override
    public Signal read(OnnxNode node, LayerCollector network) {
        Signal in = node.signal(0);
        Tensor weights = node.constant(1, "W");
        int group = node.attributes().integer("group", 1);
        if (weights.rank() != RANK) {
            throw new NotReadable("W has the shape " + weights.extents(), "Only 2D convolutions are supported.");
        }
        in.checkImage(network);
        int rows = weights.extent(2);
        int columns = weights.extent(3);
        List<Integer> kernel = node.attributes().integers("kernel_shape").orElse(List.of(rows, columns));
        Shape input = in.shape();
        if (!kernel.equals(List.of(rows, columns)) || (long) weights.extent(1) * group != input.channels()) {
            throw new NotReadable(
                    "W has the shape " + weights.extents() + ", kernel_shape is " + kernel + ", group is " + group
                            + " and the input " + input.named(),
                    "Export the model again.");
        }
        int filters = weights.extent(0);
        Window window = Windows.of(node.attributes(), rows, columns, input);
        Map<String, FloatVector> trained = new TreeMap<>();
        trained.put(ParameterSpec.WEIGHTS, weights.floats("W"));
        Optional<Tensor> bias = node.optional(2, "B");
        bias.ifPresent(values -> trained.put(ParameterSpec.BIAS, values.floats("B")));
        int value =
                network.add(node, maker(group, input, filters, window, bias.isPresent()), trained, List.of(in.value()));
        network.trainedFor(value, weights.format());
        return in.of(value, network.shape(value)).lying(Axis.BATCH, Axis.CHANNEL, Axis.ROW, Axis.COLUMN);
    }

    private static LayerCollector.Named maker(int group, Shape input, int filters, Window window, boolean bias) {
        if (group == 1) {
            return name -> new Conv2d(name, filters, window, bias);
        }
        if (group != input.channels() || filters % group != 0) {
            throw new NotReadable(
                    "attribute group is " + group + " for " + input.channels() + " channels",
                    "Set it to 1, or to the number of channels.");
        }
        return name -> new DepthwiseConv2d(name, filters / group, window, bias);
    }
}
