/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.ZeroPad;
import java.util.List;
import java.util.Map;

/** Operators that move values and change none. */
final class Layouts {
    static final Map<String, Operator> ALL = Map.ofEntries(
            Map.entry("Identity", (node, network) -> node.signal(0)),
            Map.entry("Cast", Layouts::cast),
            Map.entry("Dropout", Layouts::dropout),
            Map.entry("Flatten", Layouts::flatten),
            Map.entry(
                    "Reshape",
                    (node, network) -> node.signal(0)
                            .reshaped(Extents.reshaped(node, node.signal(0).extents()))),
            Map.entry(
                    "Squeeze",
                    (node, network) -> node.signal(0)
                            .reshaped(Extents.squeezed(node, node.signal(0).extents()))),
            Map.entry(
                    "Unsqueeze",
                    (node, network) -> node.signal(0)
                            .reshaped(Extents.unsqueezed(node, node.signal(0).extents()))),
            Map.entry("Transpose", Layouts::transpose),
            Map.entry("Pad", Layouts::pad));

    private static final int PAD_INPUTS_SINCE = 11;

    private Layouts() {}

    private static Signal cast(OnnxNode node, LayerCollector network) {
        node.attributes().ignore("saturate");
        node.attributes().ignore("round_mode");
        int type = node.attributes().integer("to", 0);
        if (type != DataType.FLOAT_VALUE
                && type != DataType.DOUBLE_VALUE
                && node.signal(0).ended().isNone()) {
            throw new NotReadable("attribute to is " + type, "Values stay float32 (1): export the model with float32.");
        }
        return node.signal(0);
    }

    private static Signal dropout(OnnxNode node, LayerCollector network) {
        node.attributes().ignore("ratio");
        node.attributes().ignore("seed");
        if (node.optional(2, "training_mode")
                .map(mode -> mode.scalar("training_mode") != 0)
                .orElse(false)) {
            throw new NotReadable("training_mode is true", "Export the model in evaluation mode.");
        }
        return node.signal(0);
    }

    private static Signal flatten(OnnxNode node, LayerCollector network) {
        Signal in = node.signal(0);
        int axis = node.attributes().integer("axis", 1);
        int cut = axis == in.rank() ? axis : in.axis(axis);
        return in.reshaped(List.of(
                Tensor.size(in.extents().subList(0, cut)),
                Tensor.size(in.extents().subList(cut, in.rank()))));
    }

    private static Signal transpose(OnnxNode node, LayerCollector network) {
        return node.signal(0).transposed(Extents.order(node, node.signal(0).rank()));
    }

    private static Signal pad(OnnxNode node, LayerCollector network) {
        Signal in = node.signal(0);
        String mode = node.attributes().word("mode", "constant");
        boolean inputs = node.opset() >= PAD_INPUTS_SINCE;
        List<Integer> pads = inputs
                ? node.constant(1, "pads").integers("pads")
                : node.attributes().integers("pads").orElse(List.of());
        double filling = inputs
                ? node.optional(2, "constant_value")
                        .map(value -> value.scalar("constant_value"))
                        .orElse(0.0)
                : node.attributes().number("value", 0);
        if (!mode.equals("constant") || filling != 0 || node.has(3)) {
            throw new NotReadable("mode is " + mode + ", value " + filling, "Only padding with zeros is supported.");
        }
        if (pads.size() != 2 * in.rank() || !network.shape(in.value()).equals(in.shape())) {
            throw new NotReadable("pads are " + pads + " for " + in.extents(), "Only images can be padded.");
        }
        int[] sides = new int[4];
        for (int axis = 0; axis < in.rank(); axis++) {
            int begin = pads.get(axis);
            int end = pads.get(axis + in.rank());
            if (begin == 0 && end == 0) {
                continue;
            }
            int place = in.axes().get(axis).equals(List.of(Axis.ROW))
                    ? 0
                    : in.axes().get(axis).equals(List.of(Axis.COLUMN)) ? 2 : -1;
            if (place < 0) {
                throw new NotReadable(
                        "pads are " + pads + " for " + in.extents(), "Only rows and columns can be padded.");
            }
            sides[place] = begin;
            sides[place + 1] = end;
        }
        Padding padding = new Padding(sides[0], sides[1], sides[2], sides[3]);
        int value = padding.isNone() ? in.value() : network.add(node, name -> new ZeroPad(name, padding), in.value());
        return in.of(value, network.shape(value));
    }
}
