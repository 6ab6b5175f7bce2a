/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.file.Layout;
import io.github.mnisthls.network.file.Layout.FlattenOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dense layers, and those that make vectors of images. */
final class Vectors {
    static final Map<String, LayerReader> ALL = Map.of(
            "Dense", Vectors::dense,
            "QDense", Vectors::dense,
            "Flatten", Vectors::flatten,
            "Reshape", Vectors::reshape);

    private static final int UNKNOWN = -1;

    private Vectors() {}

    /** Keras's order of weights behind an image that was flattened so. */
    static Layout layout(FlattenOrder order) {
        return new Layout(Layout.ConvolutionOrder.HWIO, Layout.DenseOrder.IO, order);
    }

    private static Signal dense(KerasLayer layer) {
        Signal input = layer.flattened(layer.input(Signal.Form.VECTOR));
        int units = layer.config().integer("units");
        boolean bias = layer.config().flag("use_bias", true);
        Map<String, StoredArray> stored = layer.weights(bias ? List.of("kernel", "bias") : List.of("kernel"));
        QuantizedArray kernel = layer.quantizedWeights(
                "kernel_quantizer",
                stored.get("kernel").values("kernel", input.image().size(), units));
        float[] ordered = layout(input.order()).dense(kernel.values().toArray(), units, input.image());
        Map<String, FloatVector> trained = new TreeMap<>(Map.of(ParameterSpec.WEIGHTS, FloatVector.of(ordered)));
        if (bias) {
            trained.put(
                    ParameterSpec.BIAS,
                    FloatVector.of(layer.quantizedBias(stored.get("bias").values("bias", units))));
        }
        int value = layer.add("", name -> new Dense(name, units, bias), trained, List.of(input.value()));
        layer.network().layers().trainedFor(value, kernel.format());
        return Activations.inside(layer, Signal.vector(value, units));
    }

    /** Asked to by its data format, the layer puts the channels last, which it takes for the first axis. */
    private static Signal flatten(KerasLayer layer) {
        Signal input = layer.input();
        String format = layer.config().word("data_format", "channels_last");
        boolean moves = format.equals("channels_first");
        boolean first = layer.network().channelsFirst();
        if (moves && !first && input.form() != Signal.Form.VECTOR) {
            throw new NotReadable(
                    "data_format is channels_first, and other layers have their channels last",
                    "Set it to 'channels_last'.");
        }
        return flat(layer, input, first && !moves && input.form() == Signal.Form.IMAGE);
    }

    private static Signal flat(KerasLayer layer, Signal input, boolean channelsFirst) {
        if (input.form() == Signal.Form.VECTOR) {
            return input;
        }
        int value = layer.network().layers().flat(layer, input.value());
        return input.flat(value, channelsFirst ? FlattenOrder.CHW : FlattenOrder.HWC);
    }

    /** Reads what only flattens, and what adds or removes the axis of a single channel. */
    private static Signal reshape(KerasLayer layer) {
        Signal input = layer.input();
        boolean first = layer.network().channelsFirst();
        List<Integer> from = input.extents(first);
        List<Integer> to =
                known(layer.config().list("target_shape"), input.image().size());
        if (to.equals(from)) {
            return input;
        }
        if (to.equals(List.of(input.image().size()))) {
            return flat(layer, input, first && input.form() == Signal.Form.IMAGE);
        }
        boolean whole = !input.image().isVector() && layer.shape(input).equals(input.image());
        if (whole && input.image().channels() == 1) {
            for (Signal.Form form : List.of(Signal.Form.IMAGE, Signal.Form.PLANE)) {
                Signal other = input.as(form);
                if (to.equals(other.extents(first))) {
                    return other;
                }
            }
        }
        throw new NotReadable(
                "target_shape is " + to + " for " + from,
                "Only a Reshape that flattens, or adds the axis of the channel to the image, is supported.");
    }

    private static List<Integer> known(List<Integer> target, int size) {
        int rest = target.stream().filter(extent -> extent != UNKNOWN).reduce(1, Math::multiplyExact);
        List<Integer> known = new ArrayList<>(target);
        if (rest > 0 && size % rest == 0) {
            known.replaceAll(extent -> extent == UNKNOWN ? size / rest : extent);
        }
        return known;
    }
}
