/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.FloatVector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A constant. All types are kept as double, which holds each value of those that are read exactly. */
final class Tensor {
    /** A weight matrix of a whole image has fewer. */
    static final int MAX_VALUES = 1 << 24;

    private final List<Integer> extents;
    private final double[] values;
    private final boolean whole;
    private final Optional<ElementType> type;
    private final Optional<FixedPointFormat> format;

    /**
     * A constant in row-major order; the array is kept.
     *
     * @param whole whether the type is an integer, so that divisions cut
     */
    Tensor(List<Integer> extents, double[] values, boolean whole) {
        this(extents, values, whole, Optional.empty(), Optional.empty());
    }

    private Tensor(
            List<Integer> extents,
            double[] values,
            boolean whole,
            Optional<ElementType> type,
            Optional<FixedPointFormat> format) {
        this.extents = List.copyOf(extents);
        this.values = values;
        this.whole = whole;
        this.type = type;
        this.format = format;
        if (size(extents) != values.length) {
            throw new NotReadable(
                    "a constant of shape " + extents + " holds " + values.length + " values",
                    "Export the model again.");
        }
    }

    Tensor ofType(ElementType known) {
        return new Tensor(extents, values, whole, Optional.of(known), format);
    }

    /** The same values, which were trained for a format. */
    Tensor onGrid(FixedPointFormat trainedFor) {
        return new Tensor(extents, values, whole, type, Optional.of(trainedFor));
    }

    /** The type in the file, where it is known. */
    Optional<ElementType> type() {
        return type;
    }

    /** The format that its values were trained for, if there is one. */
    Optional<FixedPointFormat> format() {
        return format;
    }

    static Tensor ofIntegers(List<Integer> list) {
        return new Tensor(
                List.of(list.size()),
                list.stream().mapToDouble(Integer::doubleValue).toArray(),
                true);
    }

    /** Number of values of these extents. */
    static int size(List<Integer> extents) {
        long size = 1;
        for (int extent : extents) {
            size *= extent;
            if (extent < 0 || size > MAX_VALUES) {
                throw new NotReadable(
                        "a constant has the shape " + extents, "Use a smaller network: 2^24 values at most.");
            }
        }
        return (int) size;
    }

    List<Integer> extents() {
        return extents;
    }

    int extent(int axis) {
        return extents.get(axis);
    }

    int rank() {
        return extents.size();
    }

    int size() {
        return values.length;
    }

    boolean isWhole() {
        return whole;
    }

    double get(int index) {
        return values[index];
    }

    double[] toArray() {
        return values.clone();
    }

    /** The only value. */
    double scalar(String what) {
        if (values.length != 1) {
            throw new NotReadable(
                    what + " has the shape " + extents + ", and one value is needed", "Export the model again.");
        }
        return values[0];
    }

    /** Whole numbers, as for shapes and axes. */
    List<Integer> integers(String what) {
        for (double value : values) {
            if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                throw new NotReadable(what + " holds " + value, "Whole numbers of 32 bits are needed.");
            }
        }
        return IntStream.range(0, values.length).mapToObj(i -> (int) values[i]).toList();
    }

    /** As float32, if that changes nothing. */
    FloatVector floats(String what) {
        return floats(what, values);
    }

    static FloatVector floats(String what, double... exact) {
        float[] floats = new float[exact.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) exact[i];
            if (floats[i] != exact[i]) {
                throw new NotReadable(
                        what + " holds " + exact[i] + ", which is not a float32 value",
                        "Convert the weights to float32 and export the model again.");
            }
        }
        return FloatVector.of(floats);
    }

    /**
     * A value for each element of a tensor of these extents, as ONNX broadcasts.
     *
     * @param what it is, for messages
     */
    double[] spreadOver(List<Integer> target, String what) {
        int missing = target.size() - rank();
        for (int axis = 0; axis < rank(); axis++) {
            boolean fits = axis + missing >= 0 && (extent(axis) == 1 || extent(axis) == target.get(axis + missing));
            if (!fits && values.length != 1) {
                throw new NotReadable(
                        what + " has the shape " + extents + " beside " + target, "Export the model again.");
            }
        }
        double[] spread = new double[size(target)];
        for (int i = 0; i < spread.length; i++) {
            int rest = i;
            int source = 0;
            int stride = 1;
            for (int axis = target.size() - 1; axis >= 0 && values.length > 1; axis--) {
                int own = axis - missing >= 0 ? extent(axis - missing) : 1;
                source += own == 1 ? 0 : rest % target.get(axis) * stride;
                stride *= own;
                rest /= target.get(axis);
            }
            spread[i] = values[source];
        }
        return spread;
    }

    Tensor reshaped(List<Integer> other) {
        return new Tensor(other, values, whole, type, format);
    }

    /** With axis {@code i} taken from axis {@code order[i]}. */
    Tensor transposed(List<Integer> order) {
        if (!order.stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, rank()).boxed().toList())) {
            throw new NotReadable("perm is " + order + " for " + extents, "Export the model again.");
        }
        List<Integer> moved = order.stream().map(extents::get).toList();
        double[] result = new double[values.length];
        int[] at = new int[rank()];
        for (int i = 0; i < result.length; i++) {
            int rest = i;
            for (int axis = rank() - 1; axis >= 0; axis--) {
                at[order.get(axis)] = rest % moved.get(axis);
                rest /= moved.get(axis);
            }
            int source = 0;
            for (int axis = 0; axis < rank(); axis++) {
                source = source * extents.get(axis) + at[axis];
            }
            result[i] = values[source];
        }
        return new Tensor(moved, result, whole, type, format);
    }
}
