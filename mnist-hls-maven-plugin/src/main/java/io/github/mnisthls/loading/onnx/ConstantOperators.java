/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Operators on constants. */
final class ConstantOperators {
    static final Map<String, ConstantOperator> ALL = Map.ofEntries(
            Map.entry("Constant", ConstantOperators::constant),
            Map.entry("ConstantOfShape", ConstantOperators::filled),
            Map.entry("Identity", (node, reader) -> node.constant(0, "input")),
            Map.entry("Cast", (node, reader) -> cast(node)),
            Map.entry("Reshape", (node, reader) -> moved(node, Extents.reshaped(node, extents(node)))),
            Map.entry("Squeeze", (node, reader) -> moved(node, Extents.squeezed(node, extents(node)))),
            Map.entry("Unsqueeze", (node, reader) -> moved(node, Extents.unsqueezed(node, extents(node)))),
            Map.entry(
                    "Transpose",
                    (node, reader) -> node.constant(0, "input")
                            .transposed(Extents.order(node, extents(node).size()))),
            Map.entry("Concat", (node, reader) -> Pieces.concat(node)),
            Map.entry("Gather", (node, reader) -> Pieces.gather(node)),
            Map.entry("Slice", (node, reader) -> Pieces.slice(node)),
            Map.entry("Add", (node, reader) -> binary(node, Double::sum)),
            Map.entry("Sub", (node, reader) -> binary(node, (a, b) -> a - b)),
            Map.entry("Mul", (node, reader) -> binary(node, (a, b) -> a * b)),
            Map.entry("Div", (node, reader) -> binary(node, (a, b) -> a / b)));

    private static final Set<Integer> WHOLE =
            Set.of(DataType.INT32_VALUE, DataType.INT64_VALUE, DataType.INT8_VALUE, DataType.UINT8_VALUE);
    private static final Set<Integer> FLOATING = Set.of(DataType.FLOAT_VALUE, DataType.DOUBLE_VALUE);

    private ConstantOperators() {}

    private static List<Integer> extents(OnnxNode node) {
        return node.constant(0, "input").extents();
    }

    private static Tensor moved(OnnxNode node, List<Integer> extents) {
        return node.constant(0, "input").reshaped(extents);
    }

    private static Tensor constant(OnnxNode node, TensorReader reader) {
        Attributes attributes = node.attributes();
        if (attributes.has("value")) {
            return reader.read(attributes.tensor("value").orElseThrow());
        }
        if (attributes.has("value_float")) {
            return new Tensor(List.of(), new double[] {attributes.number("value_float", 0)}, false);
        }
        if (attributes.has("value_int")) {
            return new Tensor(List.of(), new double[] {attributes.integer("value_int", 0)}, true);
        }
        if (attributes.has("value_floats")) {
            List<Float> values = attributes.numbers("value_floats").orElseThrow();
            double[] numbers = values.stream().mapToDouble(Float::doubleValue).toArray();
            return new Tensor(List.of(numbers.length), numbers, false);
        }
        return Tensor.ofIntegers(attributes
                .integers("value_ints")
                .orElseThrow(() -> new NotReadable("it has no value that is read", "Use a dense tensor.")));
    }

    private static Tensor filled(OnnxNode node, TensorReader reader) {
        List<Integer> extents = node.constant(0, "input").integers("input");
        Tensor value = node.attributes()
                .tensor("value")
                .map(reader::read)
                .orElseGet(() -> new Tensor(List.of(1), new double[1], false));
        double[] values = new double[Tensor.size(extents)];
        Arrays.fill(values, value.scalar("value"));
        return new Tensor(extents, values, value.isWhole());
    }

    private static Tensor cast(OnnxNode node) {
        Tensor input = node.constant(0, "input");
        int type = node.attributes().integer("to", 0);
        node.attributes().ignore("saturate");
        node.attributes().ignore("round_mode");
        if (FLOATING.contains(type)) {
            if (type == DataType.FLOAT_VALUE) {
                input.floats("input");
            }
            return new Tensor(input.extents(), input.toArray(), false);
        }
        if (!WHOLE.contains(type)) {
            throw new NotReadable("attribute to is " + type, "Use float32 or int64.");
        }
        // Values that would be cut or wrap around are refused here.
        input.integers("input");
        return new Tensor(input.extents(), input.toArray(), true);
    }

    private static Tensor binary(OnnxNode node, DoubleBinaryOperator operator) {
        Tensor left = node.constant(0, "A");
        Tensor right = node.constant(1, "B");
        int rank = Math.max(left.rank(), right.rank());
        List<Integer> a = padded(left.extents(), rank);
        List<Integer> b = padded(right.extents(), rank);
        List<Integer> extents = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            if (!a.get(axis).equals(b.get(axis)) && a.get(axis) != 1 && b.get(axis) != 1) {
                throw new NotReadable("A is " + left.extents() + ", B " + right.extents(), "Export the model again.");
            }
            extents.add(Math.max(a.get(axis), b.get(axis)));
        }
        boolean whole = left.isWhole() && right.isWhole();
        double[] values = new double[Tensor.size(extents)];
        for (int i = 0; i < values.length; i++) {
            double value = operator.applyAsDouble(left.get(source(i, extents, a)), right.get(source(i, extents, b)));
            values[i] = whole ? (long) value : (float) value;
        }
        return new Tensor(extents, values, whole);
    }

    private static List<Integer> padded(List<Integer> extents, int rank) {
        List<Integer> result = new ArrayList<>(extents);
        IntStream.range(extents.size(), rank).forEach(i -> result.add(0, 1));
        return result;
    }

    private static int source(int index, List<Integer> extents, List<Integer> own) {
        int rest = index;
        int stride = 1;
        int source = 0;
        for (int axis = extents.size() - 1; axis >= 0; axis--) {
            source += own.get(axis) == 1 ? 0 : rest % extents.get(axis) * stride;
            stride *= own.get(axis);
            rest /= extents.get(axis);
        }
        return source;
    }
}
