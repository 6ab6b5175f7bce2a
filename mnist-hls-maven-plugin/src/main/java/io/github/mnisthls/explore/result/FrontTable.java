/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.explore.space.Point;
import io.github.mnisthls.reporting.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The front as a table of the log. */
public final class FrontTable {
    private static final int MOST_ROWS = 30;

    private FrontTable() {}

    /** The first rows of the front, those with the best first objective first. */
    public static Table of(Results results) {
        List<Row> front = results.front();
        List<Row> shown = front.stream()
                .sorted((left, right) -> Double.compare(cost(results, left), cost(results, right)))
                .limit(MOST_ROWS)
                .toList();
        String caption = "Pareto front of " + results.count(Row.Status.DONE) + " designs: " + front.size() + " points"
                + (shown.size() < front.size() ? ", the first " + shown.size() + " of them" : "");
        return new Table(caption, columns(), shown.stream().map(FrontTable::row).toList());
    }

    private static double cost(Results results, Row row) {
        return results.objectives().get(0).cost(row.figures().orElseThrow());
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
        boolean finetuned = row.details().orElseThrow().finetuned();
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
                        String.format(Locale.ROOT, "%.0f", figures.imagesPerSecond()),
                        Long.toString(figures.intervalCycles()),
                        Long.toString(figures.latencyCycles()),
                        Long.toString(figures.lut()),
                        Long.toString(figures.dsp()),
                        Long.toString(figures.bram18())));
    }

    private static String target(Point point) {
        return point.target().text()
                + (point.products().text().equals("auto")
                        ? ""
                        : ", " + point.products().text());
    }
}
