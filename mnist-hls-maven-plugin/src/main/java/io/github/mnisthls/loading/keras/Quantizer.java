/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.loading.layer.Grid;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.Optional;
import java.util.Set;

/**
 * A quantizer of QKeras, as a property of a layer names it.
 *
 * @param kind   its class
 * @param config its properties
 */
record Quantizer(String kind, LayerConfig config) {
    static final String BITS = "quantized_bits";
    static final String RELU = "quantized_relu";
    static final String BINARY = "binary";
    static final String TERNARY = "ternary";

    /** Those that are recognized, so that they are refused as what they are. */
    private static final Set<String> OTHERS = Set.of(
            "quantized_linear",
            "quantized_tanh",
            "quantized_sigmoid",
            "quantized_ulaw",
            "quantized_hswish",
            "quantized_po2",
            "quantized_relu_po2",
            "bernoulli",
            "stochastic_binary",
            "stochastic_ternary");

    private static final Set<String> READ = Set.of(BITS, RELU, BINARY, TERNARY);

    /** What training does with them, or how they are called. */
    private static final String[] TRAINING = {
        "use_stochastic_rounding", "var_name", "use_ste", "use_variables", "number_of_unrolls", "scale_axis"
    };

    /** The quantizer that a property names, if it names one. */
    static Optional<Quantizer> find(String property, JsonNode node) {
        JsonNode module = node.path("module");
        boolean own =
                module.isMissingNode() || module.isNull() || module.asText().matches("qkeras([.].*)?");
        String kind = node.path("class_name").asText();
        if (node.isObject() && own && (READ.contains(kind) || OTHERS.contains(kind))) {
            return Optional.of(new Quantizer(kind, new LayerConfig(node.path("config"))));
        }
        return node.isTextual()
                ? QuantizerText.parse(property, node.textValue())
                        .filter(text -> READ.contains(text.kind()) || OTHERS.contains(text.kind()))
                : Optional.empty();
    }

    /** Of a property that can name nothing else. */
    static Optional<Quantizer> of(String property, JsonNode node) {
        Optional<Quantizer> found = find(property, node);
        if (found.isEmpty() && !node.isMissingNode()) {
            throw LayerConfig.wrong(property, node, "Use " + BITS + ", " + BINARY + " or " + TERNARY + " of QKeras.");
        }
        return found;
    }

    NotReadable refused(String problem, String remedy) {
        return new NotReadable("its quantizer " + kind + ": " + problem, remedy);
    }

    /** Whether it only tells signs, as one of a single bit does. */
    boolean isSign() {
        return kind.equals(BINARY) || (kind.equals(BITS) && config.integer("bits", 8) == 1 && keepsNegative());
    }

    private boolean keepsNegative() {
        return config.truth("keep_negative", true);
    }

    /** What it rounds to, but for its scale. */
    Grid grid() {
        int bits = config.integer("bits", 8);
        int integer = config.integer("integer", 0);
        if (Math.abs((long) integer) > Grid.MAX_BITS) {
            throw refused(
                    "integer is " + integer, "From -" + Grid.MAX_BITS + " to " + Grid.MAX_BITS + " is supported.");
        }
        if (kind.equals(RELU)) {
            return relu(bits, integer);
        }
        if (!kind.equals(BITS)) {
            throw refused("no type rounds like this", "Use " + BITS + " or " + RELU + ".");
        }
        boolean signed = keepsNegative();
        boolean symmetric = config.truth("symmetric", false);
        return Grid.ofBits(integer - bits + (signed ? 1 : 0), bits, signed, signed && symmetric, Rounding.AP_RND_CONV);
    }

    /** With a slope, what is negative has that part of the numbers. */
    private Grid relu(int bits, int integer) {
        config.ignore("relu_upper_bound", "is_quantized_clip"); // of what is not rounded
        if (config.truth("use_sigmoid", false)) {
            throw refused("use_sigmoid is true", "Set it to 0.");
        }
        double slope = slope();
        int own = slope == 0 ? bits : bits - 1;
        double lowest = Math.scalb(slope, own);
        if (own < 1 || lowest != Math.rint(lowest)) {
            throw refused("bits is " + bits + " and negative_slope " + slope, "Use more bits.");
        }
        if (own > Grid.MAX_BITS) {
            throw refused("bits is " + bits, "Up to " + Grid.MAX_BITS + " are supported.");
        }
        return new Grid(integer - own, (long) -lowest, (1L << own) - 1, Rounding.AP_RND_CONV);
    }

    /** Of a {@link #RELU}, what negative values are multiplied by. */
    double slope() {
        double slope = config.number("negative_slope", 0);
        return slope == 0 ? 0 : Math.scalb(1.0, Grid.exponent("negative_slope", slope));
    }

    /** The exponent of the power of two that its results are multiplied by. */
    int scaleExponent(boolean ofWeights) {
        JsonNode alpha = config.node("alpha");
        if (alpha.isMissingNode() && !ofWeights) {
            return 0;
        }
        if (!alpha.isNumber()) {
            throw refused(
                    "alpha is " + (alpha.isMissingNode() ? "missing, which means 'auto_po2'" : alpha)
                            + ", so the scales are not in the file",
                    "Train it with alpha=1.");
        }
        return Grid.exponent("alpha", alpha.doubleValue());
    }

    /** Refuses what has not been read. */
    void checkAllRead() {
        config.ignore(TRAINING);
        if (config.number("qnoise_factor", 1) != 1) {
            throw refused(
                    "qnoise_factor is " + config.number("qnoise_factor", 1), "Set it to 1 at the end of training.");
        }
        config.checkAllRead();
    }
}
