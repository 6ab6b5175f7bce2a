/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The properties of one layer in the POM. Remembers which were asked for, so that others can be refused. */
final class LayerElement {
    private static final Pattern EXTENTS = Pattern.compile("(\\d{1,4})(?:x(\\d{1,4}))?");

    private final String kind;
    private final String defaultName;
    private final Map<String, String> properties = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();

    LayerElement(PlexusConfiguration element, String defaultName) {
        this.kind = element.getName();
        this.defaultName = defaultName;
        for (String attribute : element.getAttributeNames()) {
            properties.put(attribute, element.getAttribute(attribute).strip());
        }
        for (PlexusConfiguration child : element.getChildren()) {
            properties.put(child.getName(), child.getValue("").strip());
        }
    }

    String name() {
        return text("name", defaultName);
    }

    int integer(String property) {
        String text = text(property, null);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw invalid(property, text, "it must be a whole number");
        }
    }

    double decimal(String property, double defaultValue) {
        String text = Double.isNaN(defaultValue) ? text(property, null) : text(property, Double.toString(defaultValue));
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw invalid(property, text, "it must be a number");
        }
    }

    /** Kernel, stride and padding of a convolution. */
    Window window(String kernelProperty, String strideProperty, int defaultStride) {
        int[] kernel = extents(kernelProperty, null);
        int[] stride = extents(strideProperty, Integer.toString(defaultStride));
        int[] padding = extents("padding", "0");
        return new Window(
                kernel[0],
                kernel[1],
                stride[0],
                stride[1],
                new Padding(padding[0], padding[0], padding[1], padding[1]));
    }

    /** Size and stride of a pooling layer; the stride is the size where none is given. */
    Window pool() {
        int[] size = extents("size", "2");
        int[] stride = extents("stride", size[0] + "x" + size[1]);
        return new Window(size[0], size[1], stride[0], stride[1], Padding.NONE);
    }

    /** Throws if the POM gives a property that the layer does not have. */
    void refuseOthers() {
        for (String property : properties.keySet()) {
            if (!known.contains(property)) {
                throw new InvalidSettingException(
                        "<" + kind + "> in <layers>",
                        property,
                        "this layer has no such property",
                        "Its properties are " + String.join(", ", known) + ".");
            }
        }
    }

    private int[] extents(String property, String defaultValue) {
        String text = text(property, defaultValue);
        Matcher matcher = EXTENTS.matcher(text);
        if (!matcher.matches()) {
            throw invalid(property, text, "it must be one whole number, or rows and columns such as 5x3");
        }
        String second = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
        return Arrays.stream(new String[] {matcher.group(1), second})
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private String text(String property, String defaultValue) {
        known.add(property);
        String value = properties.getOrDefault(property, defaultValue);
        if (value == null) {
            throw invalid(property, "missing", "the layer needs it");
        }
        return value;
    }

    private InvalidSettingException invalid(String property, String seen, String problem) {
        return new InvalidSettingException(
                property + " of <" + kind + "> in <layers>",
                seen,
                problem,
                "Write <" + kind + " " + property + "=\"...\"/> with a value that fits.");
    }
}
