/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.files.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code results.csv} and {@code results.json}: one row for each point. */
final class ResultsFile {
    /** Columns of what the planner says, which are empty unless a tool's figures stand in its place. */
    private static final Map<String, Objective> ESTIMATES = estimates();

    private final Results results;
    private final Set<Integer> front;

    ResultsFile(Results results) {
        this.results = results;
        this.front = results.numbersOfFront();
    }

    private static Map<String, Objective> estimates() {
        Map<String, Objective> columns = new LinkedHashMap<>();
        columns.put("estimatedIntervalCycles", Objective.INTERVAL);
        columns.put("estimatedLatencyCycles", Objective.LATENCY);
        columns.put("estimatedLut", Objective.LUT);
        columns.put("estimatedFf", Objective.FF);
        columns.put("estimatedDsp", Objective.DSP);
        columns.put("estimatedBram18", Objective.BRAM18);
        columns.put("estimatedUram", Objective.URAM);
        return columns;
    }

    /** Separated by commas, with a line of headers. */
    String csv() {
        StringBuilder text = new StringBuilder();
        for (Row row : results.rows()) {
            Map<String, String> cells = cells(row);
            if (text.isEmpty()) {
                text.append(String.join(",", cells.keySet())).append('\n');
            }
            text.append(String.join(
                            ",", cells.values().stream().map(ResultsFile::cell).toList()))
                    .append('\n');
        }
        return text.toString();
    }

    private Map<String, String> cells(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        var point = row.point();
        cells.put("number", Integer.toString(point.number()));
        cells.put("status", row.status().toString());
        cells.put("front", front.contains(point.number()) ? "yes" : "no");
        cells.put("constraints", row.status() != Row.Status.DONE ? "" : results.isWanted(row) ? "kept" : "missed");
        cells.put("network", point.network().name());
        cells.put("seed", Long.toString(point.seed()));
        cells.put("precision", point.precision());
        cells.put(
                "finetune",
                row.details()
                        .map(known -> known.finetuned().isPresent() ? "on" : "off")
                        .orElse(point.finetune().label()));
        cells.put("implementation", point.products().text());
        cells.put("part", point.device().part().name());
        cells.put("clockPeriodNs", PointSettings.number(point.clockPeriodNs()));
        cells.put("target", point.target().text());
        for (Objective objective : Objective.values()) {
            cells.put(
                    objective.label(),
                    row.figures().map(objective::of).map(PointSettings::number).orElse(""));
        }
        cells.put(
                "float32",
                row.details().map(known -> Double.toString(known.float32())).orElse(""));
        cells.put(
                "flips",
                row.details().map(known -> Integer.toString(known.flips())).orElse(""));
        cells.put(
                "figures",
                row.details()
                        .map(known -> known.measured().isPresent() ? "measured" : "estimated")
                        .orElse(""));
        Optional<Row.Measured> measured = row.details().flatMap(Row.Details::measured);
        cells.put("tool", measured.map(Row.Measured::tool).orElse(""));
        cells.put(
                "toolClockPeriodNs",
                measured.map(one -> PointSettings.number(one.clockPeriodNs())).orElse(""));
        ESTIMATES.forEach((name, objective) -> cells.put(
                name,
                measured.map(one -> PointSettings.number(objective.of(one.estimate())))
                        .orElse("")));
        cells.put(
                "finetuneEpochs",
                row.finetuneEpochs().isPresent()
                        ? Integer.toString(row.finetuneEpochs().getAsInt())
                        : "");
        cells.put("plan", row.plan());
        cells.put("reason", row.reason());
        return cells;
    }

    /** A line of a file is a line of the table: breaks become blanks. */
    private static String cell(String text) {
        String line = text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
        return line.matches("[^\",]*") ? line : '"' + line.replace("\"", "\"\"") + '"';
    }

    /** All that is in the table, and the settings by the names of the POM's elements. */
    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", 1);
        node.put("title", results.title());
        node.set(
                "objectives",
                Json.tree(results.objectives().stream().map(Objective::label).toList()));
        node.set("constraints", Json.tree(results.constraints()));
        results.best().ifPresent(row -> node.put("best", row.point().number()));
        node.set("layers", PomSnippet.layers(results.rows()));
        ArrayNode points = node.putArray("points");
        results.rows().forEach(row -> points.add(json(row)));
        return Json.write(node);
    }

    private ObjectNode json(Row row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", row.point().number());
        node.put("status", row.status().toString());
        node.put("front", front.contains(row.point().number()));
        node.put("network", row.point().network().name());
        node.put("implementation", row.point().products().text());
        node.set("settings", Json.tree(PointSettings.of(row.point())));
        row.figures().ifPresent((Figures figures) -> {
            node.put("keepsConstraints", results.isWanted(row));
            node.set("figures", Json.tree(figures));
        });
        row.details().ifPresent(details -> node.set("details", Json.tree(details)));
        node.put("plan", row.plan());
        if (!row.reason().isEmpty()) {
            node.put("reason", row.reason());
        }
        return node;
    }
}
