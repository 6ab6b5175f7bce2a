/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.End;
import io.github.mnisthls.loading.layer.Ending;
import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A tensor that depends on the image: a value of the network, and how the file's tensor lies over it. Each axis of the
 * tensor counts through zero or more axes of the value, the first of them slowest; an axis of extent 1 counts through none.
 * So NCHW, NHWC and the flattening of each are told apart, and whatever is none of them is refused where it matters.
 *
 * @param value in the network
 * @param shape of that value, before it was flattened
 * @param batch images that the file's tensors hold at once
 * @param axes  for each axis of the tensor, what it counts through
 * @param ended the function that made it, if that is one that only ranks the logits
 */
record Signal(int value, Shape shape, int batch, List<List<Axis>> axes, End ended) {
    Signal {
        axes = axes.stream().map(List::copyOf).toList();
    }

    int extent(Axis axis) {
        return switch (axis) {
            case BATCH -> batch;
            case CHANNEL -> shape.channels();
            case ROW -> shape.height();
            case COLUMN -> shape.width();
        };
    }

    private int extent(List<Axis> group) {
        return group.stream().mapToInt(this::extent).reduce(1, Math::multiplyExact);
    }

    /** Of the file's tensor. */
    List<Integer> extents() {
        return axes.stream().map(this::extent).toList();
    }

    int rank() {
        return axes.size();
    }

    /** An axis that may be counted from the end. */
    int axis(int number) {
        if (number < -rank() || number >= rank()) {
            throw new NotReadable(
                    "axis " + number + " of a tensor with " + rank() + " axes", "Export the model again.");
        }
        return number < 0 ? number + rank() : number;
    }

    /** What an axis of the value looks like as an axis of a tensor. */
    private List<Axis> group(Axis axis) {
        return extent(axis) == 1 ? List.of() : List.of(axis);
    }

    private List<List<Axis>> groups(List<Axis> order) {
        return order.stream().map(this::group).toList();
    }

    boolean lies(Axis... order) {
        return axes.equals(groups(List.of(order)));
    }

    Signal lying(Axis... order) {
        return with(groups(List.of(order)));
    }

    Signal with(List<List<Axis>> other) {
        return new Signal(value, shape, batch, other, ended);
    }

    /** The same layout of another value. */
    Signal of(int other, Shape otherShape) {
        Signal moved = new Signal(other, otherShape, batch, axes, End.NONE);
        return moved.with(axes.stream()
                .map(group ->
                        group.stream().filter(axis -> moved.extent(axis) > 1).toList())
                .toList());
    }

    Signal end(Ending ending, String title) {
        return new Signal(value, shape, batch, axes, new End(ending, title));
    }

    /** Refuses anything but images as convolutions and pooling take them. */
    void checkImage(LayerCollector network) {
        if (!lies(Axis.BATCH, Axis.CHANNEL, Axis.ROW, Axis.COLUMN)
                || !network.shape(value).equals(shape)) {
            throw new NotReadable(
                    "its input has the shape " + extents()
                            + " and is not an image in the order batch, channel, row, column",
                    "Transpose it before, as converters do.");
        }
    }

    Signal transposed(List<Integer> order) {
        if (order.size() != rank() || !Set.copyOf(order).equals(Set.copyOf(indices()))) {
            throw new NotReadable("perm is " + order + " for " + rank() + " axes", "Export the model again.");
        }
        return with(order.stream().map(axes::get).toList());
    }

    private List<Integer> indices() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < rank(); i++) {
            all.add(i);
        }
        return all;
    }

    /** The same values in the same order, cut into other axes. */
    Signal reshaped(List<Integer> target) {
        List<Axis> order = axes.stream().flatMap(List::stream).toList();
        List<List<Axis>> result = new ArrayList<>();
        int at = 0;
        for (int extent : target) {
            List<Axis> group = new ArrayList<>();
            long size = 1;
            while (size < extent && at < order.size()) {
                size *= extent(order.get(at));
                group.add(order.get(at++));
            }
            if (size != extent) {
                throw new NotReadable(
                        "it makes " + target + " of " + extents() + ", which cuts channels, rows or columns apart",
                        "Only flattening, and axes of size 1, are supported.");
            }
            result.add(group);
        }
        if (at != order.size()) {
            throw new NotReadable("it makes " + target + " of " + extents(), "Export the model again.");
        }
        return with(result);
    }

    /** Place within one axis of the tensor of a place of the value. */
    int index(int axis, int channel, int row, int column) {
        int index = 0;
        for (Axis part : axes.get(axis)) {
            int at =
                    switch (part) {
                        case BATCH -> 0;
                        case CHANNEL -> channel;
                        case ROW -> row;
                        case COLUMN -> column;
                    };
            index = index * extent(part) + at;
        }
        return index;
    }

    /** Whether the tensor is one list of values per image, on this axis. */
    boolean isVectorOn(int axis) {
        for (int i = 0; i < rank(); i++) {
            boolean batchOnly = axes.get(i).isEmpty() || axes.get(i).equals(List.of(Axis.BATCH));
            if (i != axis && !batchOnly) {
                return false;
            }
        }
        return !axes.get(axis).contains(Axis.BATCH);
    }
}
