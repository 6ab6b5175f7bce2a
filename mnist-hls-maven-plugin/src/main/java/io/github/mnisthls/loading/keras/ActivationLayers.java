/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Relu;
import java.util.List;
import java.util.Map;

/** Layers that apply a function to each value, and those that do nothing once the training is over. */
final class ActivationLayers {
    static final Map<String, LayerReader> ALL = Map.ofEntries(
            Map.entry("Activation", Activations::alone),
            Map.entry("QActivation", Activations::alone),
            Map.entry("ReLU", ActivationLayers::relu),
            Map.entry("LeakyReLU", ActivationLayers::leaky),
            Map.entry("PReLU", ActivationLayers::prelu),
            Map.entry("Softmax", ActivationLayers::softmax),
            Map.entry("Dropout", ActivationLayers::nothing),
            Map.entry("SpatialDropout1D", ActivationLayers::nothing),
            Map.entry("SpatialDropout2D", ActivationLayers::nothing),
            Map.entry("AlphaDropout", ActivationLayers::nothing),
            Map.entry("GaussianDropout", ActivationLayers::nothing),
            Map.entry("GaussianNoise", ActivationLayers::nothing),
            Map.entry("ActivityRegularization", ActivationLayers::nothing));

    private static final double LEAKY_SLOPE = 0.3;
    private static final String NEGATIVE_SLOPE = "negative_slope";

    private ActivationLayers() {}

    private static Signal nothing(KerasLayer layer) {
        layer.config().ignore("rate", "p", "stddev", "sigma", "l1", "l2", "data_format");
        return layer.input();
    }

    private static Signal relu(KerasLayer layer) {
        LayerConfig config = layer.config();
        double slope = config.number(NEGATIVE_SLOPE, 0);
        double threshold = config.number("threshold", 0);
        boolean bounded = config.has("max_value");
        double highest = config.number("max_value", Double.MAX_VALUE);
        if (threshold != 0 || (bounded && slope != 0)) {
            throw new NotReadable(
                    "threshold is " + threshold + ", " + NEGATIVE_SLOPE + " " + slope
                            + (bounded ? " and max_value " + highest : ""),
                    "Only one of " + NEGATIVE_SLOPE + " and max_value is supported, and no threshold.");
        }
        if (bounded) {
            return layer.add("", layer.input(), name -> new Clip(name, 0, highest));
        }
        return layer.add("", layer.input(), name -> slope == 0 ? new Relu(name) : new LeakyRelu(name, slope));
    }

    private static Signal leaky(KerasLayer layer) {
        String property = layer.config().has("alpha") ? "alpha" : NEGATIVE_SLOPE;
        double slope = layer.config().number(property, LEAKY_SLOPE);
        return layer.add("", layer.input(), name -> new LeakyRelu(name, slope));
    }

    private static Signal prelu(KerasLayer layer) {
        Signal input = layer.input();
        boolean vector = input.form() == Signal.Form.VECTOR;
        Signal target = vector ? layer.flattened(input) : input;
        List<Integer> shared =
                layer.config().has("shared_axes") ? layer.config().list("shared_axes") : List.of();
        List<Integer> inner =
                switch (input.form()) {
                    case VECTOR -> List.of();
                    case SEQUENCE -> List.of(1);
                    case PLANE, IMAGE -> layer.network().channelsFirst() ? List.of(2, 3) : List.of(1, 2);
                };
        if (!shared.stream().sorted().toList().equals(inner)) {
            throw new NotReadable(
                    "shared_axes is " + shared + ", so slopes differ within a channel",
                    "Set it to " + inner + " for one slope per channel.");
        }
        float[] slopes = layer.weights(List.of("alpha")).get("alpha").any("alpha");
        float[] ordered = vector && slopes.length == target.image().size()
                ? Vectors.layout(target.order()).features(slopes, target.image())
                : slopes;
        Map<String, FloatVector> trained = Map.of(ParameterSpec.SLOPE, FloatVector.of(ordered));
        checkCount(ordered.length, layer.shape(target).channels());
        int value = layer.add("", Prelu::new, trained, List.of(target.value()));
        return target.of(value, layer.network().shape(value));
    }

    private static void checkCount(int slopes, int channels) {
        if (slopes != channels) {
            throw new NotReadable(
                    "it has " + slopes + " slopes for " + channels + " channels", "Save the model again.");
        }
    }

    private static Signal softmax(KerasLayer layer) {
        Signal input = layer.input(Signal.Form.VECTOR);
        int axis = layer.config().has("axis") ? layer.config().list("axis").get(0) : -1;
        if (axis != -1 && axis != 1) {
            throw new NotReadable("axis is " + axis, "Set it to -1.");
        }
        layer.config().ignore("axis");
        return Activations.end(input, "softmax");
    }
}
