/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.kind;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The properties of one layer as a person wrote them, whether in the POM or in a model file. */
public final class LayerProperties {
    private static final Pattern EXTENTS = Pattern.compile("(\\d{1,4})(?:x(\\d{1,4}))?");
    private static final Pattern SIDES = Pattern.compile("(\\d{1,4}),(\\d{1,4}),(\\d{1,4}),(\\d{1,4})");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final String NAME = "name";
    private static final String INPUTS = "inputs";
    private static final Map<String, String> WRITTEN_OTHERWISE = Map.of(
            "activation", "Put a layer of its own after it, such as <relu/>.",
            "input_shape", "Write " + Settings.INPUT_SHAPE + " next to <layers>.",
            "batchNorm", "Put a layer of its own after it: <batchNorm/>.",
            "use_bias", "Write bias=\"false\".");

    private final LayerDescriptor<?> kind;
    private final String defaultName;
    private final UnaryOperator<String> place;
    private final Map<String, String> given = new TreeMap<>();

    /**
     * Takes what was written.
     *
     * @param defaultName null where a name must be given
     * @param written     texts by property; extents as {@code 5} or {@code 5x3}, sides as {@code top,bottom,left,right}
     * @param place       tells where a property is written, for messages
     * @throws InvalidSettingException if a property is unknown, or two spellings of one are given
     */
    LayerProperties(
            LayerDescriptor<?> kind, String defaultName, Map<String, String> written, UnaryOperator<String> place) {
        this.kind = kind;
        this.defaultName = defaultName;
        this.place = place;
        new TreeMap<>(written).forEach((spelling, text) -> {
            if (given.put(canonical(spelling), text.strip()) != null) {
                throw invalid(spelling, text, "it is given twice", "Keep one of them.");
            }
        });
    }

    private String canonical(String spelling) {
        if (spelling.equals(NAME) || spelling.equals(INPUTS)) {
            return spelling;
        }
        return kind.properties().stream()
                .filter(property -> property.isCalled(spelling))
                .findFirst()
                .map(Property::name)
                .orElseThrow(() -> new InvalidSettingException(
                        place.apply(kind.name()),
                        spelling,
                        "this layer has no such property",
                        WRITTEN_OTHERWISE.getOrDefault(spelling, "Its properties are " + names() + ".")));
    }

    private String names() {
        return Stream.concat(Stream.of(NAME, INPUTS), kind.properties().stream().map(Property::name))
                .collect(Collectors.joining(", "));
    }

    String name() {
        String name = given.getOrDefault(NAME, defaultName);
        if (name == null) {
            throw invalid(NAME, "missing", "the layer needs it", "Give it a name of its own.");
        }
        return name;
    }

    /** Names of the layers whose outputs it takes; empty where it takes that of the one before it. */
    List<String> inputs() {
        return given.containsKey(INPUTS) ? List.of(COMMA.split(given.get(INPUTS), -1)) : List.of();
    }

    String inputsPlace() {
        return place.apply(INPUTS);
    }

    int integer(String property) {
        String text = text(property);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw invalid(property, text, "it must be a whole number", example(property));
        }
    }

    double decimal(String property) {
        String text = text(property);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw invalid(property, text, "it must be a number", example(property));
        }
    }

    boolean flag(String property) {
        String text = text(property);
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(property, text, "it must be true or false", example(property));
        }
        return text.equals("true");
    }

    /** A type, rounding half to even and saturating where no modes are named. */
    FixedPointFormat format(String property) {
        String text = text(property);
        try {
            return FixedPointFormat.parse(text, Rounding.AP_RND_CONV, Overflow.AP_SAT);
        } catch (IllegalArgumentException e) {
            throw invalid(property, text, "it must be a fixed-point type", e.getMessage());
        }
    }

    /** Rows and columns. */
    int[] extents(String property) {
        String text = text(property);
        Matcher matcher = EXTENTS.matcher(text);
        if (!matcher.matches()) {
            throw invalid(
                    property, text, "it must be one whole number, or rows and columns such as 5x3", example(property));
        }
        String columns = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
        return new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(columns)};
    }

    /** Rows or columns on each side: {@code 1}, {@code 1x2} or {@code top,bottom,left,right}. */
    Padding sides(String property) {
        String text = text(property);
        Matcher matcher = SIDES.matcher(text.replace(" ", ""));
        try {
            if (matcher.matches()) {
                return new Padding(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)));
            }
            int[] both = extents(property);
            return new Padding(both[0], both[0], both[1], both[1]);
        } catch (InvalidSettingException e) {
            throw invalid(
                    property,
                    text,
                    "it must be one whole number, rows and columns such as 1x2, or top,bottom,left,right such as"
                            + " 0,1,0,1, none of them above 64",
                    example(property));
        }
    }

    /** Kernel, stride, padding and dilation, of those the kind has; {@code same} padding becomes what it is here. */
    Window window(Shape input) {
        int[] kernel = extents("kernel");
        int[] stride = text("stride").equals(Property.AS_KERNEL) ? kernel : extents("stride");
        boolean dilates = kind.properties().stream().anyMatch(property -> property.isCalled("dilation"));
        int[] dilation = dilates ? extents("dilation") : new int[] {1, 1};
        try {
            Window window =
                    new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], Padding.NONE);
            return window.padded(text("padding").equals("same") ? Padding.same(window, input) : sides("padding"));
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException("Layer '" + name() + "': " + e.getMessage(), e);
        }
    }

    private String text(String property) {
        String text = given.get(property);
        if (text != null) {
            return text;
        }
        return kind.properties().stream()
                .filter(known -> known.name().equals(property))
                .findFirst()
                .flatMap(Property::defaultText)
                .orElseThrow(() -> invalid(property, "missing", "the layer needs it", example(property)));
    }

    private String example(String property) {
        return "Write <" + kind.name() + " " + property + "=\"...\"/> with a value that fits.";
    }

    private InvalidSettingException invalid(String property, String seen, String problem, String remedy) {
        return new InvalidSettingException(place.apply(property), seen, problem, remedy);
    }
}
