/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.loading.layer.Grid;
import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quantizers as ONNX itself has them: to integers, which may be clipped, and back. */
final class IntegerOperators {
    static final Map<String, QuantizerOperator> ALL =
            Map.of("QuantizeLinear", IntegerOperators::quantize, "DequantizeLinear", IntegerOperators::dequantize);

    private IntegerOperators() {}

    private static Object quantize(OnnxNode node, LayerCollector network) {
        node.attributes().only("saturate", 1, "Only types of whole numbers are supported.");
        node.attributes().only("block_size", 0, "One scale, or one for each channel, is supported.");
        Tensor scale = node.constant(1, "y_scale");
        Optional<Tensor> zeroPoint = node.optional(2, "y_zero_point");
        zeroPoint.ifPresent(zero -> Quantizers.checkZero(zero, "y_zero_point"));
        ElementType type = zeroPoint.flatMap(Tensor::type).orElse(ElementType.UINT8);
        if (zeroPoint.isPresent() && zeroPoint.get().type().isEmpty()) {
            throw new NotReadable("the type of y_zero_point is not known", "Give it as a constant.");
        }
        int bits = type.bytes() * Byte.SIZE;
        if (!node.isConstant(0)) {
            axis(node);
            int exponent = Grid.exponent("y_scale", Quantizers.only(scale, "y_scale"));
            return new Integers(
                    node.signal(0), Grid.ofBits(exponent, bits, type.isSigned(), false, Rounding.AP_RND_CONV));
        }
        Tensor input = node.constant(0, "x");
        double[] scales = perAxis(scale, input, axis(node)).spreadOver(input.extents(), "y_scale");
        double[] values = new double[scales.length];
        Grid whole = Grid.ofBits(0, bits, type.isSigned(), false, Rounding.AP_RND_CONV);
        for (int i = 0; i < values.length; i++) {
            values[i] = whole.round(Math.scalb(input.get(i), -Grid.exponent("y_scale", scales[i])));
        }
        return new Tensor(input.extents(), values, true).ofType(type);
    }

    private static int axis(OnnxNode node) {
        return node.attributes().integer("axis", 1);
    }

    private static Tensor perAxis(Tensor scale, Tensor input, int axis) {
        if (scale.size() == 1) {
            return scale.reshaped(List.of());
        }
        int place = axis < 0 ? axis + input.rank() : axis;
        if (scale.rank() != 1 || place < 0 || place >= input.rank() || scale.size() != input.extent(place)) {
            throw new NotReadable(
                    "scale has the shape " + scale.extents() + " on axis " + axis + " of " + input.extents(),
                    "One scale, or one for each channel, is supported.");
        }
        List<Integer> extents = new ArrayList<>(Collections.nCopies(input.rank(), 1));
        extents.set(place, scale.size());
        return scale.reshaped(extents);
    }

    private static Object dequantize(OnnxNode node, LayerCollector network) {
        node.attributes().only("block_size", 0, "One scale, or one for each channel, is supported.");
        Tensor scale = node.constant(1, "x_scale");
        node.optional(2, "x_zero_point").ifPresent(zero -> Quantizers.checkZero(zero, "x_zero_point"));
        int axis = axis(node);
        if (node.isConstant(0)) {
            return constant(node.constant(0, "x"), scale, axis);
        }
        Integers integers = node.integers(0);
        int exponent = Grid.exponent("x_scale", Quantizers.only(scale, "x_scale"));
        if (exponent != integers.grid().exponent()) {
            throw new NotReadable(
                    "x_scale is " + Math.scalb(1.0, exponent) + ", and y_scale of QuantizeLinear "
                            + Math.scalb(1.0, integers.grid().exponent()),
                    "Both must be the same.");
        }
        return Quantizers.rounded(node, network, integers.signal(), integers.grid());
    }

    /** The types of files say little of how many bits were meant: as many as the values need. */
    private static Tensor constant(Tensor input, Tensor scale, int axis) {
        double[] scales = perAxis(scale, input, axis).spreadOver(input.extents(), "x_scale");
        double[] values = new double[scales.length];
        FixedPointFormat format = null;
        for (int i = 0; i < values.length; i++) {
            int exponent = Grid.exponent("x_scale", scales[i]);
            long raw = (long) input.get(i);
            FixedPointFormat own =
                    new Grid(exponent, Math.min(raw, -1), Math.max(raw, 1), Rounding.AP_RND_CONV).format();
            values[i] = Math.scalb(input.get(i), exponent);
            format = format == null ? own : Grid.hull(format, own);
        }
        Tensor result = new Tensor(input.extents(), values, false);
        return format == null ? result : result.onGrid(format);
    }

    /** Fewer bits than the integers' type has. */
    static Object clip(OnnxNode node) {
        double lowest =
                node.optional(1, "min").map(value -> value.scalar("min")).orElse(Double.NEGATIVE_INFINITY);
        double highest =
                node.optional(2, "max").map(value -> value.scalar("max")).orElse(Double.POSITIVE_INFINITY);
        if (node.isConstant(0)) {
            Tensor input = node.constant(0, "input");
            double[] values = input.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.min(Math.max(values[i], lowest), highest);
            }
            return new Tensor(input.extents(), values, input.isWhole());
        }
        Integers integers = node.integers(0);
        return new Integers(integers.signal(), integers.grid().within(lowest, highest));
    }
}
