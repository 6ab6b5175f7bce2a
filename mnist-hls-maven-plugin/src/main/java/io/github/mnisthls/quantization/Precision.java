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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the user asks for: one rule for everything, or a list of rules by layer, such as
 * {@code conv1=ap_fixed<16,8>; conv2.weights=auto:6; *=auto:8}.
 *
 * <p>A rule is a literal type, {@code auto:W}, {@code auto:wWaA} or {@code auto:ternary}. Its key is a layer's name, {@code
 * first} or {@code last} for the first or last layer with weights, {@code input} for the pixels, or {@code *} for all that no
 * other rule names; {@code .weights} or {@code .outputs} behind it narrows it to one of the two.
 *
 * @param text  as the user wrote it, on one line, without blanks around it
 * @param rules by key, in the order of the text
 */
public record Precision(String text, Map<String, Rule> rules) {
    public static final String DEFAULT = "ap_fixed<16,8>";
    /** The first layer with weights. */
    static final String FIRST = "first";
    /** The last layer with weights. */
    static final String LAST = "last";

    private static final String ALL = "*";
    private static final String INPUT = "input";
    private static final String WEIGHTS = ".weights";
    private static final String OUTPUTS = ".outputs";
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern KEY = Pattern.compile("(\\*|[A-Za-z]\\w*)(\\.weights|\\.outputs)?");
    private static final String REMEDY = "Write one type for everything (ap_fixed<16,8>), auto:8, or a list such as"
            + " conv1=ap_fixed<16,8>; conv2.weights=auto:6; *=auto:8";

    /** How one set of numbers gets its format. */
    public sealed interface Rule permits Literal, Auto {
        /** The width of the narrowest of weights and results. */
        int fewestBits();
    }

    /** This type, rounding to nearest and saturating where the user named no modes. */
    public record Literal(FixedPointFormat weights, FixedPointFormat outputs) implements Rule {
        @Override
        public int fewestBits() {
            return Math.min(weights.width(), outputs.width());
        }
    }

    /**
     * This many bits, with the binary point that the data call for.
     *
     * @param weights which multiples of a step weights may be
     * @param outputs number of bits, 1 to 32
     */
    public record Auto(WeightLevels weights, int outputs) implements Rule {
        static final int MIN_WIDTH = 1;
        static final int MAX_WIDTH = 32;
        private static final int OUTPUTS_OF_TERNARY = 4;
        private static final Pattern SPELLING =
                Pattern.compile("auto\\s*:\\s*(?:(ternary)|(\\d{1,9})|w(\\d{1,9})a(\\d{1,9}))");

        @Override
        public int fewestBits() {
            return Math.min(weights.width(), outputs);
        }

        static Auto of(int weights, int outputs) {
            return new Auto(WeightLevels.of(weights), outputs);
        }

        /** None if the text is spelled otherwise. */
        static Optional<Auto> parse(String text, String whole) {
            Matcher spelling = SPELLING.matcher(text);
            if (!spelling.matches()) {
                return Optional.empty();
            }
            if (spelling.group(1) != null) {
                return Optional.of(new Auto(WeightLevels.TERNARY, OUTPUTS_OF_TERNARY));
            }
            boolean same = spelling.group(2) != null;
            return Optional.of(
                    of(width(spelling.group(same ? 2 : 3), whole), width(spelling.group(same ? 2 : 4), whole)));
        }

        private static int width(String digits, String whole) {
            int width = Integer.parseInt(digits);
            if (width < MIN_WIDTH || width > MAX_WIDTH) {
                throw invalid(
                        whole,
                        "automatic widths are from " + MIN_WIDTH + " to " + MAX_WIDTH + " bits",
                        "Choose one of them; 8 is nearly always enough.");
            }
            return width;
        }
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

    /** The width of the narrowest weights or results. */
    public int fewestBits() {
        return rules.values().stream().mapToInt(Rule::fewestBits).min().orElseThrow();
    }

    /** Whether some weights are 1 and -1 only. */
    public boolean hasSigns() {
        return rules.values().stream()
                .anyMatch(rule -> rule instanceof Auto auto && auto.weights().isSigns());
    }

    /**
     * The rule for a layer's weights.
     *
     * @param names what the layer is called, its own name first
     */
    Rule weights(String... names) {
        return find(WEIGHTS, names);
    }

    /** The rule for a layer's results. */
    Rule outputs(String... names) {
        return find(OUTPUTS, names);
    }

    /** The rule for the pixels. */
    Rule input() {
        return find(OUTPUTS, INPUT);
    }

    /**
     * The same, but for one layer alone, whose numbers get so many bits, with the binary point that the data call for.
     *
     * @param weighted whether it has weights
     */
    public Precision widened(String layer, boolean weighted, int width) {
        Map<String, Rule> changed = new LinkedHashMap<>(rules);
        changed.put(layer + OUTPUTS, Auto.of(width, width));
        if (weighted) {
            changed.put(layer + WEIGHTS, Auto.of(width, width));
        }
        return new Precision(text, changed);
    }

    /** Refuses rules for layers that are not there. */
    void checkLayers(NamedLayers layers) {
        Set<String> weighted = layers.weighted();
        Set<String> others = layers.others();
        for (String key : rules.keySet()) {
            String layer = key.substring(0, key.indexOf('.') < 0 ? key.length() : key.indexOf('.'));
            boolean known = weighted.contains(layer)
                    || layer.equals(ALL)
                    || layer.equals(FIRST)
                    || layer.equals(LAST)
                    || (!key.endsWith(WEIGHTS) && (others.contains(layer) || layer.equals(INPUT)));
            if (!known) {
                throw invalid(
                        text,
                        "it names '" + SeenValue.of(key) + "', but the layers with weights are " + names(weighted)
                                + (others.isEmpty() ? "" : ", those with outputs only " + names(others)),
                        "Use these names, first, last, input or *; max pooling, padding, cropping and upsampling take"
                                + " the format of their input.");
            }
        }
    }

    private static String names(Collection<String> layers) {
        return String.join(", ", List.copyOf(layers));
    }

    private Rule find(String narrowed, String... names) {
        return Stream.concat(Stream.of(names), Stream.of(ALL))
                .flatMap(name -> Stream.of(name + narrowed, name))
                .filter(rules::containsKey)
                .map(rules::get)
                .findFirst()
                .orElseThrow(() -> invalid(
                        text,
                        "it has no rule for " + names[0] + narrowed,
                        "Add " + names[0] + "=auto:8, or *=auto:8 for the rest."));
    }

    private static void addRule(Map<String, Rule> rules, String entry, String whole) {
        int equals = entry.indexOf('=');
        String key = equals < 0 ? "" : entry.substring(0, equals).strip();
        if (!KEY.matcher(key).matches()) {
            throw invalid(whole, "'" + SeenValue.of(entry) + "' is not a rule", REMEDY + ".");
        }
        if (rules.put(key, rule(entry.substring(equals + 1).strip(), whole)) != null) {
            throw invalid(whole, "it has two rules for '" + SeenValue.of(key) + "'", "Remove one of them.");
        }
    }

    private static Rule rule(String spelling, String whole) {
        Optional<Auto> auto = Auto.parse(spelling, whole);
        if (auto.isPresent()) {
            return auto.get();
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
