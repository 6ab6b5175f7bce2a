/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.diagnosis.Symptom.Kind;
import io.github.mnisthls.emulation.PrecisionTrials;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what is wrong with a precision: what it costs is compared with what other precisions cost. */
final class PrecisionDoctor {
    /** A loss that is worth a word. */
    private static final double LOSS = 0.005;

    /** Share of the loss that a cure must take away. */
    private static final double SHARE = 0.3;

    private static final int MORE_BITS = 6;
    private static final double SATURATED = 0.01;
    private static final double ZERO_WEIGHTS = 0.9;
    private static final List<Integer> WIDTHS = List.of(4, 6, 8, 10, 12, 16);

    private final Precision precision;
    private final PrecisionTrials trials;
    private final double float32;

    /** Accuracy as it is; 0 if the network cannot be quantized. */
    private final double before;

    PrecisionDoctor(Precision precision, PrecisionTrials trials, double float32, OptionalDouble quantized) {
        this.precision = precision;
        this.trials = trials;
        this.float32 = float32;
        this.before = quantized.orElse(0);
    }

    private boolean isLoss() {
        return float32 - before > LOSS;
    }

    private boolean helps(double after) {
        return after - before >= SHARE * (float32 - before);
    }

    /** The layer to blame, and the fewest bits that take away most of what can be gained there. */
    Optional<Cure> cure() {
        if (!isLoss()) {
            return Optional.empty();
        }
        Optional<String> worst = trials.layers().stream()
                .max(Comparator.comparingDouble(
                        layer -> trials.without(precision, layer).orElse(0)));
        return worst.filter(layer -> helps(trials.without(precision, layer).orElse(0)))
                .flatMap(this::cure)
                .or(this::everywhere);
    }

    private Optional<Cure> cure(String layer) {
        double most = trials.without(precision, layer).orElse(0);
        return cheapest(
                most,
                width -> trials.with(precision, layer, width),
                width -> new Cure(layer, rules(layer, "auto:" + width), layer + " = auto:" + width, before, 0));
    }

    private Optional<Cure> everywhere() {
        return cheapest(
                float32,
                width -> Precision.parse("auto:" + width),
                width -> new Cure("*", "auto:" + width, "auto:" + width, before, 0));
    }

    private Optional<Cure> cheapest(double most, IntFunction<Precision> precisions, IntFunction<Cure> cures) {
        for (int width : WIDTHS) {
            double after = trials.accuracy(precisions.apply(width)).orElse(0);
            // Nine tenths of what there is to gain; more bits for the rest are for the user to judge.
            if (after - before >= 0.9 * (most - before)) {
                Cure cure = cures.apply(width);
                return Optional.of(new Cure(cure.layer(), cure.precision(), cure.change(), before, after));
            }
        }
        return Optional.empty();
    }

    /** The user's rules with another one for a layer. */
    private String rules(String layer, String rule) {
        String text = precision.text().contains("=") ? precision.text() : "* = " + precision.text();
        return Stream.concat(
                        Stream.of(layer + " = " + rule),
                        Stream.of(text.split(";"))
                                .map(String::strip)
                                .filter(each -> !each.isEmpty() && !isOf(layer, each)))
                .collect(Collectors.joining("; "));
    }

    private static boolean isOf(String layer, String rule) {
        String key = rule.substring(0, rule.indexOf('=')).strip();
        return key.equals(layer) || key.startsWith(layer + ".");
    }

    /** What can be seen in the layers, and what more bits on either side of the binary point bring. */
    List<Symptom> symptoms(List<LayerHealth> layers) {
        List<Symptom> symptoms = new ArrayList<>();
        for (LayerHealth layer : layers) {
            if (layer.saturated() > SATURATED) {
                symptoms.add(saturation(layer));
            }
            if (layer.zeroWeights() > ZERO_WEIGHTS) {
                symptoms.add(zeros(layer));
            }
        }
        if (isLoss()) {
            moreBits(Kind.INTEGER_BITS, "left", MORE_BITS).ifPresent(symptoms::add);
            moreBits(Kind.FRACTION_BITS, "right", 0).ifPresent(symptoms::add);
        }
        return symptoms;
    }

    private Symptom saturation(LayerHealth layer) {
        return new Symptom(
                Kind.SATURATION,
                layer.layer(),
                percent(layer.saturated()) + " of the results of '" + layer.layer()
                        + "' are outside the range of their type",
                "Give them more integer bits, or let the data choose: " + layer.layer() + ".outputs=auto:16",
                before,
                trials.without(precision, layer.layer()).orElse(before));
    }

    private Symptom zeros(LayerHealth layer) {
        return new Symptom(
                Kind.ZERO_WEIGHTS,
                layer.layer(),
                percent(layer.zeroWeights()) + " of the weights of '" + layer.layer()
                        + "' become 0, although they were not 0",
                "Give them more fraction bits, or let the data choose: " + layer.layer() + ".weights=auto:8",
                before,
                trials.accuracy(trials.with(precision, layer.layer(), 16)).orElse(before));
    }

    private Optional<Symptom> moreBits(Kind kind, String side, int integerBits) {
        Map<String, Precision.Rule> rules = new LinkedHashMap<>();
        precision.rules().forEach((key, rule) -> rules.put(key, wider(rule, integerBits)));
        if (rules.equals(precision.rules())) {
            return Optional.empty();
        }
        double after = trials.accuracy(new Precision(precision.text(), rules)).orElse(0);
        return helps(after)
                ? Optional.of(new Symptom(
                        kind,
                        "precision",
                        MORE_BITS + " more bits " + side + " of the binary point of all types bring "
                                + percent(after - before) + " more right answers",
                        "Widen the types on that side, or let the data choose the binary points: auto:16",
                        before,
                        after))
                : Optional.empty();
    }

    private static Precision.Rule wider(Precision.Rule rule, int integerBits) {
        return rule instanceof Precision.Literal literal
                ? new Precision.Literal(wider(literal.weights(), integerBits), wider(literal.outputs(), integerBits))
                : rule;
    }

    private static FixedPointFormat wider(FixedPointFormat format, int integerBits) {
        return new FixedPointFormat(
                Math.min(FixedPointFormat.MAX_WIDTH, format.width() + MORE_BITS),
                format.integerBits() + integerBits,
                format.signed(),
                format.rounding(),
                format.overflow());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
