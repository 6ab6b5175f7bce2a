/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.loading.layer.Ending;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import java.util.Map;
import java.util.Optional;

/** Functions that layers name, as their own activation or in a layer of class Activation. */
final class Activations {
    private static final String ACTIVATION = "activation";
    private static final String CLASS = "class_name";
    private static final double LEAKY_SLOPE = 0.2;
    private static final double OLD_HARD_SLOPE = 0.2;
    private static final double NEW_HARD_SLOPE = 1.0 / 6;
    private static final double RELU6_MAX = 6;

    /** Functions that do not change which logit is the largest. */
    private static final Map<String, Ending> ENDINGS =
            Map.of("softmax", Ending.SOFTMAX, "log_softmax", Ending.LOG_SOFTMAX);

    private Activations() {}

    /** The activation of a layer that computes something else before. */
    static Signal inside(KerasLayer layer, Signal signal) {
        Optional<Quantizer> quantizer = quantizer(layer);
        if (quantizer.isPresent()) {
            return QuantizedSignals.of(layer, "_" + quantizer.get().kind(), quantizer.get(), signal);
        }
        String function = function(layer);
        return apply(layer, "_" + function, function, signal);
    }

    /** The function of a layer that is nothing else. */
    static Signal alone(KerasLayer layer) {
        Optional<Quantizer> quantizer = quantizer(layer);
        return quantizer.isPresent()
                ? QuantizedSignals.of(layer, "", quantizer.get(), layer.input())
                : apply(layer, "", function(layer), layer.input());
    }

    private static Optional<Quantizer> quantizer(KerasLayer layer) {
        return Quantizer.find(ACTIVATION, layer.config().node(ACTIVATION));
    }

    private static String function(KerasLayer layer) {
        JsonNode node = layer.config().node(ACTIVATION);
        if (node.isMissingNode()) {
            return "linear";
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        boolean builtIn = node.path(CLASS).asText().equals("function")
                && node.path("module").asText().matches("builtins|keras([.].*)?");
        if (builtIn && node.path("config").isTextual()) {
            return node.path("config").textValue();
        }
        throw LayerConfig.wrong(ACTIVATION, node, "Name a function of Keras, or use a layer of its own.");
    }

    private static Signal apply(KerasLayer layer, String suffix, String function, Signal signal) {
        if (ENDINGS.containsKey(function)) {
            return end(signal, function);
        }
        return switch (function) {
            case "linear" -> signal;
            case "relu" -> layer.add(suffix, signal, Relu::new);
            case "relu6" -> layer.add(suffix, signal, name -> new Clip(name, 0, RELU6_MAX));
            case "hard_tanh" -> layer.add(suffix, signal, name -> new Clip(name, -1, 1));
            case "leaky_relu" -> layer.add(suffix, signal, name -> new LeakyRelu(name, LEAKY_SLOPE));
            case "sigmoid" -> layer.add(suffix, signal, Sigmoid::new);
            case "tanh" -> layer.add(suffix, signal, Tanh::new);
            case "hard_sigmoid" -> {
                double slope = hardSlope(layer.network().version());
                yield layer.add(suffix, signal, name -> new HardSigmoid(name, slope, HardSigmoid.DEFAULT_OFFSET));
            }
            default ->
                throw new NotReadable(
                        "activation is '" + function + "'",
                        "Use linear, relu, relu6, leaky_relu, sigmoid, tanh, hard_sigmoid or hard_tanh; softmax at the"
                                + " end.");
        };
    }

    static Signal end(Signal signal, String function) {
        if (signal.form() != Signal.Form.VECTOR) {
            throw new NotReadable(function + " is taken of an image", "Flatten it before.");
        }
        return signal.end(ENDINGS.get(function), function);
    }

    private static double hardSlope(String version) {
        if (version.startsWith("3.")) {
            return NEW_HARD_SLOPE;
        }
        if (version.startsWith("1.") || version.startsWith("2.")) {
            return OLD_HARD_SLOPE;
        }
        throw new NotReadable(
                "activation is 'hard_sigmoid', whose slope depends on the version of Keras, which the file does not"
                        + " say",
                "Save the whole model again.");
    }
}
