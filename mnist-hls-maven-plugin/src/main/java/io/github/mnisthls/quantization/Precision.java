/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.SeenValue;
import io.github.mnisthls.settings.Settings;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user asks for: one rule for everything, or a list of rules by layer, such as
 * {@code conv1=ap_fixed<16,8>; conv2.weights=auto:6; *=auto:8}.
 *
 * <p>A rule is a literal type or {@code auto:W}. Its key is a layer's name, {@code input} for the pixels, or {@code *}
 * for all that no other rule names; {@code .weights} or {@code .outputs} behind it narrows it to one of the two.
 *
 * @param text  as the user wrote it, on one line, without blanks around it
 * @param rules by key, in the order of the text
 */
public record Precision(String text, Map<String, Rule> rules) {
    public static final String DEFAULT = "ap_fixed<16,8>";
    private static final String ALL = "*";
    private static final String INPUT = "input";
    private static final String WEIGHTS = ".weights";
    private static final String OUTPUTS = ".outputs";
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern KEY = Pattern.compile("(\\*|[A-Za-z]\\w*)(\\.weights|\\.outputs)?");
    private static final String REMEDY = "Write one type for everything (ap_fixed<16,8>), auto:8, or a list such as"
            + " conv1=ap_fixed<16,8>; conv2.weights=auto:6; *=auto:8";

    /** How one set of numbers gets its format. */
    public sealed interface Rule permits Literal, Auto {}

    /** This type, rounding to nearest and saturating where the user named no modes. */
    public record Literal(FixedPointFormat weights, FixedPointFormat outputs) implements Rule {}

    /**
     * This many bits, with the binary point that the data call for.
     *
     * @param width 2 to 32
     */
    public record Auto(int width) implements Rule {
        static final int MIN_WIDTH = 2;
        static final int MAX_WIDTH = 32;
        private static final Pattern SPELLING = Pattern.compile("auto\\s*:\\s*(\\d{1,9})");
    }

    public Precision {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /**
     * Reads the setting.
     *
     * @throws InvalidSettingException if it makes no sense; the message says what does
     */
    public static Precision parse(String text) {
        String trimmed = BLANKS.matcher(text).replaceAll(" ").strip();
        Map<String, Rule> rules = new LinkedHashMap<>();
        if (!trimmed.contains("=")) {
            rules.put(ALL, rule(trimmed, trimmed));
            return new Precision(trimmed, rules);
        }
        for (String entry : trimmed.split(";", -1)) {
            if (!entry.isBlank()) {
                addRule(rules, entry.strip(), trimmed);
            }
        }
        return new Precision(trimmed, rules);
    }

    /** The rule for a layer's weights. */
    Rule weights(String layer) {
        return find(layer + WEIGHTS, layer, ALL + WEIGHTS, ALL);
    }

    /** The rule for a layer's results. */
    Rule outputs(String layer) {
        return find(layer + OUTPUTS, layer, ALL + OUTPUTS, ALL);
    }

    /** The rule for the pixels. */
    Rule input() {
        return find(INPUT + OUTPUTS, INPUT, ALL + OUTPUTS, ALL);
    }

    /**
     * Refuses rules for layers that are not there.
     *
     * @param weighted layers that have weights
     * @param others   layers that have none but compute a format of their own
     */
    void checkLayers(Set<String> weighted, Set<String> others) {
        for (String key : rules.keySet()) {
            String layer = key.substring(0, key.indexOf('.') < 0 ? key.length() : key.indexOf('.'));
            boolean known = weighted.contains(layer)
                    || layer.equals(ALL)
                    || (!key.endsWith(WEIGHTS) && (others.contains(layer) || layer.equals(INPUT)));
            if (!known) {
                throw invalid(
                        text,
                        "it names '" + SeenValue.of(key) + "', but the layers with weights are " + names(weighted)
                                + (others.isEmpty() ? "" : ", those with outputs only " + names(others)),
                        "Use these names, input or *; max pooling, padding, cropping and upsampling take the format of their input.");
            }
        }
    }

    private static String names(Collection<String> layers) {
        return String.join(", ", List.copyOf(layers));
    }

    private Rule find(String... keys) {
        for (String key : keys) {
            if (rules.containsKey(key)) {
                return rules.get(key);
            }
        }
        throw invalid(text, "it has no rule for " + keys[0], "Add " + keys[1] + "=auto:8, or *=auto:8 for the rest.");
    }

    private static void addRule(Map<String, Rule> rules, String entry, String whole) {
        int equals = entry.indexOf('=');
        String key = equals < 0 ? "" : entry.substring(0, equals).strip();
        if (!KEY.matcher(key).matches()) {
            throw invalid(whole, "'" + SeenValue.of(entry) + "' is no rule", REMEDY + ".");
        }
        if (rules.put(key, rule(entry.substring(equals + 1).strip(), whole)) != null) {
            throw invalid(whole, "it has two rules for '" + SeenValue.of(key) + "'", "Remove one of them.");
        }
    }

    private static Rule rule(String spelling, String whole) {
        Matcher auto = Auto.SPELLING.matcher(spelling);
        if (auto.matches()) {
            int width = Integer.parseInt(auto.group(1));
            if (width < Auto.MIN_WIDTH || width > Auto.MAX_WIDTH) {
                throw invalid(
                        whole,
                        "automatic widths are from " + Auto.MIN_WIDTH + " to " + Auto.MAX_WIDTH + " bits",
                        "Choose one of them; 8 is nearly always enough.");
            }
            return new Auto(width);
        }
        try {
            return new Literal(
                    FixedPointFormat.parse(spelling, Rounding.AP_RND_CONV, Overflow.AP_SAT),
                    FixedPointFormat.parse(spelling, Rounding.AP_RND, Overflow.AP_SAT));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    Settings.PRECISION + " is '" + SeenValue.of(whole) + "': " + e.getMessage() + " " + REMEDY + ".",
                    e);
        }
    }

    private static InvalidSettingException invalid(String text, String problem, String remedy) {
        return new InvalidSettingException(Settings.PRECISION, text, problem, remedy);
    }
}
