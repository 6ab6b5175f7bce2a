/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Concat;
import java.util.List;
import java.util.Map;

/** Layers that join several values. */
final class Joins {
    static final Map<String, LayerReader> ALL = Map.of("Add", Joins::add, "Concatenate", Joins::concat);

    private Joins() {}

    private static List<Signal> inputs(KerasLayer layer) {
        List<Signal> inputs = layer.inputs().stream()
                .map(input -> input.form() == Signal.Form.VECTOR ? layer.flattened(input) : input)
                .toList();
        Signal first = inputs.get(0);
        boolean alike = inputs.stream()
                .allMatch(input -> input.form() == first.form()
                        && (input.isNatural()
                                || (input.order() == first.order()
                                        && input.image().equals(first.image()))));
        if (inputs.size() < 2 || !alike) {
            boolean channelsFirst = layer.network().channelsFirst();
            throw new NotReadable(
                    "it joins values of the shapes "
                            + inputs.stream()
                                    .map(input -> input.extents(channelsFirst))
                                    .toList(),
                    "Join values that have the same axes, images before they are flattened.");
        }
        return inputs;
    }

    private static Signal add(KerasLayer layer) {
        List<Signal> inputs = inputs(layer);
        boolean mixed =
                inputs.stream().anyMatch(Signal::isNatural) && !inputs.stream().allMatch(Signal::isNatural);
        if (mixed) {
            throw new NotReadable("one of its inputs was an image", "Join images before they are flattened.");
        }
        int value = layer.add("", Add::new, Map.of(), values(inputs));
        return inputs.get(0).of(value, layer.network().shape(value));
    }

    private static Signal concat(KerasLayer layer) {
        List<Signal> inputs = inputs(layer);
        Signal first = inputs.get(0);
        boolean channelsFirst = layer.network().channelsFirst();
        int rank = first.extents(channelsFirst).size();
        int axis = layer.config().integer("axis", -1);
        int wanted = channelsFirst && first.form() == Signal.Form.IMAGE ? 1 : rank;
        // The batch is axis 0.
        if ((axis < 0 ? axis + rank + 1 : axis) != wanted || first.form() == Signal.Form.PLANE) {
            throw new NotReadable("axis is " + axis, "Set it to that of the channels.");
        }
        if (!inputs.stream().allMatch(Signal::isNatural) && first.form() == Signal.Form.VECTOR) {
            throw new NotReadable("it joins images that were flattened", "Join them before they are flattened.");
        }
        int value = layer.add("", Concat::new, Map.of(), values(inputs));
        return first.form() == Signal.Form.VECTOR
                ? Signal.vector(value, layer.network().shape(value).size())
                : first.of(value, layer.network().shape(value));
    }

    private static List<Integer> values(List<Signal> inputs) {
        return inputs.stream().map(Signal::value).toList();
    }
}
