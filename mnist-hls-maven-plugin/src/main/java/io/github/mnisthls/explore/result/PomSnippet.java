/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.network.file.ArchitectureJson;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;

/** The POM's configuration for one point of {@code results.json}. */
public final class PomSnippet {
    private static final String INDENT = "  ";

    private PomSnippet() {}

    /**
     * The lines of {@code <configuration>}.
     *
     * @param place   the setting that asks for the point, for messages
     * @param results as {@code results.json} holds them
     * @param number  of the point
     * @throws InvalidSettingException if there is no such point
     */
    public static List<String> lines(String place, JsonNode results, int number) {
        for (JsonNode point : results.get("points")) {
            if (point.get("number").intValue() == number) {
                return lines(
                        point,
                        results.get("layers")
                                .path(point.get("network").textValue())
                                .asText());
            }
        }
        throw new InvalidSettingException(
                place,
                number,
                "results.json has no such point",
                "Its points are those that were looked at last, the first one is "
                        + results.get("points").path(0).path("number").asText() + ".");
    }

    private static List<String> lines(JsonNode point, String layers) {
        List<String> lines = new ArrayList<>();
        lines.add("<configuration>");
        point.get("settings")
                .properties()
                .forEach(setting -> lines.add(INDENT + "<" + setting.getKey() + ">"
                        + escape(setting.getValue().textValue()) + "</" + setting.getKey() + ">"));
        JsonNode foldings = point.path("details").path("foldings");
        if (!foldings.isEmpty()) {
            lines.add(INDENT + "<foldings>");
            foldings.forEach(folding -> lines.add(INDENT + INDENT + folding.textValue()));
            lines.add(INDENT + "</foldings>");
        }
        layers.lines().forEach(line -> lines.add(INDENT + line));
        lines.add("</configuration>");
        return lines;
    }

    /** The {@code <layers>} of each network that the POM does not tell already. */
    static ObjectNode layers(List<Row> rows) {
        ObjectNode layers = JsonNodeFactory.instance.objectNode();
        rows.stream()
                .map(row -> row.point().network())
                .distinct()
                .filter(network -> network.told())
                .forEach(network -> layers.put(
                        network.name(),
                        layers(ArchitectureJson.write(network.architecture().orElseThrow()))));
        return layers;
    }

    private static String layers(ObjectNode architecture) {
        StringBuilder text = new StringBuilder("<layers>\n");
        for (JsonNode layer : architecture.get("layers")) {
            text.append(INDENT).append('<').append(layer.get("type").textValue());
            layer.properties().forEach(property -> {
                if (!property.getKey().equals("type")) {
                    text.append(' ')
                            .append(property.getKey())
                            .append("=\"")
                            .append(value(property.getValue()))
                            .append('"');
                }
            });
            text.append("/>\n");
        }
        return text.append("</layers>").toString();
    }

    private static String value(JsonNode value) {
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        // Two numbers are extents, such as 5x3; sides and names have commas between them.
        String separator = parts.size() == 2 && value.path(0).isNumber() ? "x" : ",";
        return escape(value.isArray() ? String.join(separator, parts) : value.asText());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
