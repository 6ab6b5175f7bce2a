/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The course of a training. */
final class TrainingSection {
    private static final int ACCURACY_DECIMALS = 3;
    private static final List<Curve> CURVES = List.of(
            new Curve("#loss", false, epoch -> OptionalDouble.of(epoch.loss())),
            new Curve("#validation loss", false, Course.Epoch::validationLoss),
            new Curve("#validation accuracy", true, Course.Epoch::validationAccuracy));

    private TrainingSection() {}

    /**
     * The section.
     *
     * @param name    of the training, for its table
     * @param table   id of its table
     * @param epochs  at least one
     * @param metrics empty if unknown
     */
    static PageView.Training of(
            String name, String table, List<Course.Epoch> epochs, Optional<Metrics.TrainingMetrics> metrics) {
        List<Curve> curves = CURVES.stream()
                .filter(curve -> epochs.stream()
                        .anyMatch(epoch -> curve.value.apply(epoch).isPresent()))
                .toList();
        List<String> headers = new ArrayList<>(List.of("epoch"));
        curves.forEach(curve -> headers.add(curve.header));
        Table.Builder rows = Table.builder("Epochs of the " + name, headers.toArray(String[]::new));
        for (Course.Epoch epoch : epochs) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(epoch.number())));
            curves.forEach(curve -> cells.add(curve.text(epoch)));
            rows.plotted(Integer.toString(epoch.number()), cells.toArray(String[]::new));
        }
        String best = metrics.map(known -> Integer.toString(known.bestEpoch())).orElse("");
        List<PageView.Chart> charts = new ArrayList<>();
        charts.add(chart(table, "Loss by epoch", columns(curves, false), best));
        if (curves.stream().anyMatch(Curve::accuracy)) {
            charts.add(chart(table, "Accuracy by epoch, in percent", columns(curves, true), best));
        }
        return new PageView.Training(metrics.map(TrainingSection::summary).orElse(""), charts, rows.build());
    }

    private record Curve(String header, boolean accuracy, Function<Course.Epoch, OptionalDouble> value) {
        String text(Course.Epoch epoch) {
            OptionalDouble number = value.apply(epoch);
            if (number.isEmpty()) {
                return "";
            }
            return accuracy
                    ? Figures.percent(number.getAsDouble(), ACCURACY_DECIMALS)
                    : Figures.significant(number.getAsDouble());
        }
    }

    private static PageView.Chart chart(String table, String title, String columns, String best) {
        return new PageView.Chart("lines", title, table, columns, "", "", best);
    }

    private static String columns(List<Curve> curves, boolean accuracy) {
        return IntStream.range(0, curves.size())
                .filter(i -> curves.get(i).accuracy == accuracy)
                .mapToObj(i -> Integer.toString(i + 1))
                .collect(Collectors.joining(","));
    }

    private static String summary(Metrics.TrainingMetrics metrics) {
        return "Of " + metrics.epochs() + " epochs, epoch " + metrics.bestEpoch()
                + " was kept (the vertical line), with a validation accuracy of "
                + Figures.percent(metrics.validationAccuracy(), ACCURACY_DECIMALS) + "; seed "
                + metrics.seed() + ", " + Figures.significant(metrics.secondsPerEpoch())
                + " s per epoch.";
    }
}
