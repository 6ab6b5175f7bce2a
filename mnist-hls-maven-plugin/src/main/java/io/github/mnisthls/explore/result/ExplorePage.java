/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import io.github.mnisthls.rendering.TemplateEngine;
import io.github.mnisthls.reporting.HtmlEscaping;
import io.github.mnisthls.reporting.Markup;
import io.github.mnisthls.reporting.PageAssets;
import io.github.mnisthls.reporting.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An exploration as one page of HTML, which needs no network. */
public final class ExplorePage {
    private static final String TEMPLATE = "explore.html.vm";
    private static final int MOST_FAILURES = 20;

    private ExplorePage() {}

    /** The whole page; lines end with {@code \n}, to be written in UTF-8. */
    public static String render(Results results) {
        return new TemplateEngine(Optional.empty()).render(TEMPLATE, "page", view(results), new HtmlEscaping());
    }

    private static ExploreView view(Results results) {
        Table front = FrontTable.of(results);
        Markup style = new Markup(PageAssets.own("report.css").text() + "\n"
                + PageAssets.own("explore.css").text());
        return new ExploreView(
                results.title(),
                summary(results),
                frontText(results, front),
                front.columns().stream().map(Table.Column::header).toList(),
                front.rows().stream().map(Table.Row::cells).toList(),
                failures(results),
                new Markup(PageData.json(results)),
                style,
                PageAssets.own("explore.js"));
    }

    private static String summary(Results results) {
        return results.count(Row.Status.DONE) + " of " + results.rows().size() + " points have a design, "
                + results.count(Row.Status.FAILED) + " have none or failed, " + results.count(Row.Status.OPEN)
                + " are still to do"
                + (results.count(Row.Status.DROPPED) == 0
                        ? "."
                        : ", " + results.count(Row.Status.DROPPED) + " were dropped during their fine-tuning.");
    }

    private static String frontText(Results results, Table front) {
        String objectives = String.join(
                ", ", results.objectives().stream().map(one -> one.label()).toList());
        return results.best()
                .map(row -> front.caption() + ". No other design is better in one of " + objectives
                        + " without being worse in another. The best one, by these in this order, is point "
                        + row.point().number()
                        + ". Hardware figures are the planner's estimates"
                        + (results.rows().stream().anyMatch(ExplorePage::isMeasured)
                                ? ", except those from C synthesis, which have the estimate in parentheses"
                                : "")
                        + "; accuracy is measured on the test images; + marks networks that were trained"
                        + " further with rounding.")
                .orElse("No design meets the constraints.");
    }

    private static boolean isMeasured(Row row) {
        return row.details().flatMap(Row.Details::measured).isPresent();
    }

    private static List<String> failures(Results results) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        results.rows().stream()
                .filter(row -> row.status() == Row.Status.FAILED)
                .forEach(row -> counts.merge(row.reason(), 1, Integer::sum));
        return counts.entrySet().stream()
                .limit(MOST_FAILURES)
                .map(entry -> (entry.getValue() == 1 ? "1 point: " : entry.getValue() + " points: ") + entry.getKey())
                .toList();
    }
}
