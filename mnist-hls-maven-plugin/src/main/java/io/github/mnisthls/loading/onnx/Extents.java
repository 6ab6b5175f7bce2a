/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The extents that reshaping operators make, of constants and of what depends on the image alike. */
final class Extents {
    private Extents() {}

    static List<Integer> reshaped(OnnxNode node, List<Integer> from) {
        List<Integer> target = new ArrayList<>(node.constant(1, "shape").integers("shape"));
        boolean zeros = node.attributes().integer("allowzero", 0) != 0;
        int open = -1;
        for (int i = 0; i < target.size(); i++) {
            if (target.get(i) == 0 && !zeros && i < from.size()) {
                target.set(i, from.get(i));
            }
            if (target.get(i) == -1 && open < 0) {
                open = i;
                target.set(i, 1);
            }
        }
        if (target.stream().anyMatch(extent -> extent < 1)) {
            throw new NotReadable("shape is " + target, "Export the model again.");
        }
        int size = Tensor.size(from);
        int known = Tensor.size(target);
        if (open >= 0) {
            target.set(open, size / known);
        }
        if (Tensor.size(target) != size) {
            throw new NotReadable("shape is " + target + " for " + from, "Export the model with a batch of one image.");
        }
        return target;
    }

    static List<Integer> squeezed(OnnxNode node, List<Integer> from) {
        Optional<List<Integer>> given = axes(node);
        TreeSet<Integer> axes = new TreeSet<>();
        for (int axis : given.orElse(List.of())) {
            axes.add(axis < 0 ? axis + from.size() : axis);
        }
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            boolean drop = given.isEmpty() ? from.get(i) == 1 : axes.remove(i);
            if (drop && from.get(i) != 1) {
                throw new NotReadable("axis " + i + " of " + from + " is not 1", "Export the model again.");
            }
            if (!drop) {
                left.add(from.get(i));
            }
        }
        if (!axes.isEmpty()) {
            throw new NotReadable("axes are " + given + " of " + from, "Export the model again.");
        }
        return left;
    }

    static List<Integer> unsqueezed(OnnxNode node, List<Integer> from) {
        List<Integer> given = axes(node).orElse(List.of());
        int rank = from.size() + given.size();
        TreeSet<Integer> axes = new TreeSet<>();
        for (int axis : given) {
            axes.add(axis < 0 ? axis + rank : axis);
        }
        if (axes.size() != given.size() || axes.isEmpty() || axes.first() < 0 || axes.last() >= rank) {
            throw new NotReadable("axes are " + given + " of " + from, "Export the model again.");
        }
        List<Integer> result = new ArrayList<>(from);
        axes.forEach(axis -> result.add(axis, 1));
        return result;
    }

    /** An attribute once, an input since version 13. */
    static Optional<List<Integer>> axes(OnnxNode node) {
        return node.attributes()
                .integers("axes")
                .or(() -> node.optional(1, "axes").map(values -> values.integers("axes")));
    }

    static List<Integer> order(OnnxNode node, int rank) {
        return node.attributes()
                .integers("perm")
                .orElseGet(() ->
                        IntStream.range(0, rank).map(i -> rank - 1 - i).boxed().toList());
    }

    /** Those from start to end, as {@code Shape} counts them: from the end where negative, and never beyond. */
    static List<Integer> some(OnnxNode node, List<Integer> extents) {
        int start = place(node.attributes().integer("start", 0), extents.size());
        int end = place(node.attributes().integer("end", extents.size()), extents.size());
        return extents.subList(Math.min(start, end), end);
    }

    private static int place(int number, int rank) {
        return Math.max(0, Math.min(number < 0 ? number + rank : number, rank));
    }
}
