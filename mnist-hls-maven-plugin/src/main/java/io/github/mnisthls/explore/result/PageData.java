/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.Point;
import io.github.mnisthls.files.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the page's script draws: a list for each point, since names would take most of the space. */
final class PageData {
    private static final List<String> SETTINGS =
            List.of("network", "seed", "precision", "implementation", "part", "clock", "target");
    private static final List<String> BESIDES = List.of("number", "front", "constraints", "settings", "foldings");

    /** A browser draws so many in no time; the front is drawn in any case. */
    private static final int MOST_POINTS = 20_000;

    private PageData() {}

    static String json(Results results) {
        List<String> figures =
                Arrays.stream(Objective.values()).map(Objective::label).toList();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set(
                "columns",
                Json.tree(Stream.of(BESIDES, SETTINGS, figures)
                        .flatMap(List::stream)
                        .toList()));
        node.set("settings", Json.tree(SETTINGS));
        node.set("figures", Json.tree(figures));
        node.set(
                "more",
                Json.tree(Arrays.stream(Objective.values())
                        .filter(Objective::isMoreBetter)
                        .map(Objective::label)
                        .toList()));
        node.set("axes", Json.tree(axes(results.objectives())));
        node.set("layers", PomSnippet.layers(results.rows()));
        Set<Integer> front = results.numbersOfFront();
        ArrayNode rows = node.putArray("rows");
        int step = 1 + results.rows().size() / MOST_POINTS;
        results.rows().stream()
                .filter(row -> row.status() == Row.Status.DONE)
                .filter(row -> row.point().number() % step == 0
                        || front.contains(row.point().number()))
                .forEach(row -> rows.add(row(results, row, front)));
        // Within an element of HTML this would be its end.
        return node.toString().replace("<", "\\u003c");
    }

    /** What is wanted of the hardware across, what is wanted of the network up. */
    private static List<String> axes(List<Objective> objectives) {
        String up = objectives.contains(Objective.ACCURACY)
                ? Objective.ACCURACY.label()
                : objectives.get(0).label();
        String across = objectives.stream()
                .map(Objective::label)
                .filter(label -> !label.equals(up) && !label.equals(Objective.IMAGES_PER_SECOND.label()))
                .findFirst()
                .orElse(Objective.LUT.label());
        return List.of(across, up);
    }

    private static ArrayNode row(Results results, Row row, Set<Integer> front) {
        Point point = row.point();
        ArrayNode cells = JsonNodeFactory.instance.arrayNode();
        cells.add(point.number()).add(front.contains(point.number())).add(results.isWanted(row));
        cells.add(Json.tree(PointSettings.of(point)));
        cells.add(Json.tree(row.details().orElseThrow().foldings()));
        cells.add(point.network().name()).add(point.seed()).add(point.precision());
        cells.add(point.products().text()).add(point.device().name());
        cells.add(PointSettings.number(point.clockPeriodNs()))
                .add(point.target().text());
        for (Objective objective : Objective.values()) {
            cells.add(objective.of(row.figures().orElseThrow()));
        }
        return cells;
    }
}
