/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cutting and joining constants, as shapes are. */
final class Pieces {
    private static final int SLICE_INPUTS_SINCE = 10;

    /** Far more than a shape has. */
    private static final int MAX_LIST = 1024;

    private Pieces() {}

    static Tensor concat(OnnxNode node) {
        node.attributes().integer("axis", 0);
        List<Double> values = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; i < node.inputs().size(); i++) {
            Tensor piece = list(node, i, "input " + i);
            whole &= piece.isWhole();
            for (double value : piece.toArray()) {
                values.add(value);
            }
        }
        return of(values, whole);
    }

    private static Tensor list(OnnxNode node, int index, String what) {
        Tensor piece = node.constant(index, what);
        if (piece.rank() != 1 || piece.size() > MAX_LIST) {
            throw new NotReadable(what + " has the shape " + piece.extents(), "Only lists are joined.");
        }
        return piece;
    }

    private static Tensor of(List<Double> values, boolean whole) {
        return new Tensor(
                List.of(values.size()),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                whole);
    }

    static Tensor gather(OnnxNode node) {
        node.attributes().only("axis", 0, "Only lists are cut.");
        Tensor data = list(node, 0, "data");
        Tensor indices = node.constant(1, "indices");
        double[] values = indices.integers("indices").stream()
                .mapToDouble(index -> data.get(place(index, data.size())))
                .toArray();
        return new Tensor(indices.extents(), values, data.isWhole());
    }

    private static int place(int index, int size) {
        if (index < -size || index >= size) {
            throw new NotReadable("index " + index + " of " + size + " values", "Export the model again.");
        }
        return index < 0 ? index + size : index;
    }

    static Tensor slice(OnnxNode node) {
        Tensor data = node.constant(0, "data");
        List<Integer> starts = needed(node, "starts", 1);
        List<Integer> ends = needed(node, "ends", 2);
        List<Integer> axes = bounds(node, "axes", 3)
                .orElseGet(() -> IntStream.range(0, starts.size()).boxed().toList());
        List<Integer> steps = bounds(node, "steps", 4).orElseGet(() -> Collections.nCopies(starts.size(), 1));
        if (ends.size() != starts.size() || axes.size() != starts.size() || steps.size() != starts.size()) {
            throw new NotReadable("starts, ends, axes and steps are of several lengths", "Export the model again.");
        }
        Tensor result = data;
        for (int i = 0; i < starts.size(); i++) {
            int axis = place(axes.get(i), data.rank());
            result = cut(result, axis, places(starts.get(i), ends.get(i), steps.get(i), data.extent(axis)));
        }
        return result;
    }

    private static List<Integer> places(int start, int end, int step, int size) {
        if (step == 0) {
            throw new NotReadable("steps are 0", "Export the model again.");
        }
        // Backwards, the end may lie before the first.
        int least = step > 0 ? 0 : -1;
        int most = step > 0 ? size : size - 1;
        long first = Math.max(least, Math.min(start < 0 ? (long) start + size : start, most));
        long last = Math.max(least, Math.min(end < 0 ? (long) end + size : end, most));
        List<Integer> places = new ArrayList<>();
        for (long i = first; step > 0 ? i < last : i > last; i += step) {
            places.add((int) i);
        }
        return places;
    }

    private static Tensor cut(Tensor data, int axis, List<Integer> places) {
        int inner = Tensor.size(data.extents().subList(axis + 1, data.rank()));
        int outer = Tensor.size(data.extents().subList(0, axis));
        List<Integer> extents = new ArrayList<>(data.extents());
        extents.set(axis, places.size());
        double[] values = new double[Tensor.size(extents)];
        int at = 0;
        for (int block = 0; block < outer; block++) {
            for (int place : places) {
                for (int i = 0; i < inner; i++) {
                    values[at++] = data.get((block * data.extent(axis) + place) * inner + i);
                }
            }
        }
        return new Tensor(extents, values, data.isWhole());
    }

    private static List<Integer> needed(OnnxNode node, String name, int index) {
        return bounds(node, name, index)
                .orElseThrow(() -> new NotReadable(name + " is missing", "Export the model again."));
    }

    /** Numbers beyond all sizes mean the end. */
    private static Optional<List<Integer>> bounds(OnnxNode node, String name, int index) {
        if (node.opset() < SLICE_INPUTS_SINCE) {
            return node.attributes().integers(name);
        }
        return node.optional(index, name)
                .map(values -> Arrays.stream(values.toArray())
                        .mapToObj(value -> (int) Math.max(-Integer.MAX_VALUE, Math.min(value, Integer.MAX_VALUE)))
                        .toList());
    }
}
