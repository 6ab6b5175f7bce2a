/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Arithmetic with constants, sums of values, and joins. */
final class Arithmetic {
    static final Map<String, Operator> ALL = Map.of(
            "Add", Arithmetic::add,
            "Sub", Arithmetic::subtract,
            "Mul", Arithmetic::multiply,
            "Div", Arithmetic::divide,
            "Concat", Arithmetic::concat);

    private Arithmetic() {}

    private static Signal add(OnnxNode node, LayerCollector network) {
        if (!node.isConstant(0) && !node.isConstant(1)) {
            Signal left = node.signal(0);
            Signal right = node.signal(1);
            if (!left.axes().equals(right.axes())
                    || !left.shape().equals(right.shape())
                    || !network.shape(left.value()).equals(network.shape(right.value()))) {
                throw new NotReadable(
                        "it adds " + left.extents() + " and " + right.extents(),
                        "Only values of one shape and layout can be added.");
            }
            int value = network.add(node, Add::new, Map.of(), List.of(left.value(), right.value()));
            return left.of(value, left.shape());
        }
        return shift(node, network, 1, 1);
    }

    private static Signal subtract(OnnxNode node, LayerCollector network) {
        return node.isConstant(0) ? shift(node, network, -1, 1) : shift(node, network, 1, -1);
    }

    private static Signal shift(OnnxNode node, LayerCollector network, double scale, double sign) {
        Signal in = node.signal(node.isConstant(0) ? 1 : 0);
        double[] shifts = operand(node, in);
        double[] signed = Arrays.stream(shifts).map(shift -> sign * shift).toArray();
        return Scales.add(node, network, in, filled(scale, signed.length), signed);
    }

    private static Signal multiply(OnnxNode node, LayerCollector network) {
        Signal in = node.signal(node.isConstant(0) ? 1 : 0);
        double[] scales = operand(node, in);
        return Scales.add(node, network, in, scales, filled(0, scales.length));
    }

    private static Signal divide(OnnxNode node, LayerCollector network) {
        Signal in = node.signal(0);
        double[] divisors = operand(node, in);
        if (Arrays.stream(divisors).anyMatch(divisor -> divisor == 0)) {
            throw new NotReadable("it divides by 0", "Export the model again.");
        }
        double[] scales = Arrays.stream(divisors).map(divisor -> 1 / divisor).toArray();
        return Scales.add(node, network, in, scales, filled(0, scales.length));
    }

    private static double[] operand(OnnxNode node, Signal in) {
        Tensor constant = node.constant(node.isConstant(0) ? 0 : 1, "the second operand");
        constant.floats("the operand");
        return Channels.spread("the operand", constant, in);
    }

    private static double[] filled(double value, int count) {
        double[] all = new double[count];
        Arrays.fill(all, value);
        return all;
    }

    private static Signal concat(OnnxNode node, LayerCollector network) {
        List<Signal> inputs = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            inputs.add(node.signal(i));
        }
        Signal first = inputs.get(0);
        int axis = first.axis(node.attributes().integer("axis", 1));
        Axis[] order = order(first, axis);
        for (Signal input : inputs) {
            Shape shape = input.shape();
            boolean sizes = shape.height() == first.shape().height()
                    && shape.width() == first.shape().width();
            if (!sizes || !input.lies(order) || !network.shape(input.value()).equals(shape)) {
                throw new NotReadable(
                        "it joins " + inputs.stream().map(Signal::extents).toList() + " on axis " + axis,
                        "Only channels of images of one size, or vectors, can be joined.");
            }
        }
        if (inputs.size() == 1) {
            return first;
        }
        int value = network.add(
                node, Concat::new, Map.of(), inputs.stream().map(Signal::value).toList());
        return first.of(value, network.shape(value)).lying(order);
    }

    private static Axis[] order(Signal signal, int axis) {
        if (signal.rank() == 2 && axis == 1 && signal.shape().isVector()) {
            return new Axis[] {Axis.BATCH, Axis.CHANNEL};
        }
        return axis == 1
                ? new Axis[] {Axis.BATCH, Axis.CHANNEL, Axis.ROW, Axis.COLUMN}
                : new Axis[] {Axis.BATCH, Axis.ROW, Axis.COLUMN, Axis.CHANNEL};
    }
}
