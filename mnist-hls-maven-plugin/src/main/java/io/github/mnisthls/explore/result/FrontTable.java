/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.explore.space.Point;
import io.github.mnisthls.reporting.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The front as a table of the log. */
public final class FrontTable {
    private static final int MOST_ROWS = 30;

    private FrontTable() {}

    /** The first rows of the front, those with the best first objective first. */
    public static Table of(Results results) {
        List<Row> front = results.front();
        List<Row> shown = results.frontInOrder().stream().limit(MOST_ROWS).toList();
        String caption = "Pareto front of " + results.count(Row.Status.DONE) + " designs: " + front.size() + " points"
                + (shown.size() < front.size() ? ", the first " + shown.size() + " of them" : "")
                + measured(shown);
        return new Table(caption, columns(), shown.stream().map(FrontTable::row).toList());
    }

    /** Which tool the numbers before parentheses are from. */
    private static String measured(List<Row> rows) {
        String tools = rows.stream()
                .flatMap(row -> row.details().flatMap(Row.Details::measured).stream())
                .map(Row.Measured::tool)
                .distinct()
                .collect(Collectors.joining(", "));
        return tools.isEmpty() ? "" : "; with estimates in parentheses where " + tools + " synthesized";
    }

    private static List<Table.Column> columns() {
        Stream<Table.Column> texts =
                Stream.of("network", "precision", "part", "ns", "target").map(name -> new Table.Column(name, false));
        Stream<Table.Column> numbers = Stream.of("accuracy", "images/s", "interval", "latency", "LUT", "DSP", "BRAM18")
                .map(name -> new Table.Column(name, true));
        return Stream.concat(Stream.of(new Table.Column("point", true)), Stream.concat(texts, numbers))
                .toList();
    }

    private static Table.Row row(Row row) {
        Point point = row.point();
        Figures figures = row.figures().orElseThrow();
        boolean finetuned = row.finetuneEpochs().isPresent();
        return new Table.Row(
                "",
                List.of(
                        Integer.toString(point.number()),
                        point.network().name() + (point.seed() == 1 ? "" : ", seed " + point.seed()),
                        point.precision() + (finetuned ? " +" : ""),
                        point.device().name(),
                        PointSettings.number(point.clockPeriodNs()),
                        target(point),
                        String.format(Locale.ROOT, "%.2f%%", 100 * figures.accuracy()),
                        both(row, one -> String.format(Locale.ROOT, "%.0f", one.imagesPerSecond())),
                        both(row, one -> Long.toString(one.intervalCycles())),
                        both(row, one -> Long.toString(one.latencyCycles())),
                        both(row, one -> Long.toString(one.lut())),
                        both(row, one -> Long.toString(one.dsp())),
                        both(row, one -> Long.toString(one.bram18()))));
    }

    /** A figure, and behind it the estimate where a tool's figure took its place. */
    private static String both(Row row, Function<Figures, String> figure) {
        String told = figure.apply(row.figures().orElseThrow());
        return row.details().flatMap(Row.Details::measured).isPresent()
                ? told + " (" + figure.apply(row.estimate().orElseThrow()) + ")"
                : told;
    }

    private static String target(Point point) {
        return point.target().text()
                + (point.products().text().equals("auto")
                        ? ""
                        : ", " + point.products().text());
    }
}
