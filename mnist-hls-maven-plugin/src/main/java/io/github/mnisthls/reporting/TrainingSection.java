/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The training's course. */
final class TrainingSection {
    private static final String TABLE = "epochs";
    private static final int ACCURACY_DECIMALS = 3;

    private TrainingSection() {}

    /** @param metrics null if unknown */
    static PageView.Training of(List<ReportData.Epoch> epochs, Metrics.TrainingMetrics metrics) {
        boolean training =
                epochs.stream().anyMatch(epoch -> epoch.trainingAccuracy().isPresent());
        boolean validation =
                epochs.stream().anyMatch(epoch -> epoch.validationAccuracy().isPresent());
        List<String> headers = new ArrayList<>(List.of("epoch", "#loss"));
        if (training) {
            headers.add("#training accuracy");
        }
        if (validation) {
            headers.add("#validation accuracy");
        }
        Table.Builder table = Table.builder("Course of the training", headers.toArray(String[]::new));
        for (ReportData.Epoch epoch : epochs) {
            List<String> cells =
                    new ArrayList<>(List.of(Integer.toString(epoch.number()), Figures.significant(epoch.loss())));
            if (training) {
                cells.add(percent(epoch.trainingAccuracy()));
            }
            if (validation) {
                cells.add(percent(epoch.validationAccuracy()));
            }
            table.plotted(Integer.toString(epoch.number()), cells.toArray(String[]::new));
        }
        String best = metrics == null ? "" : Integer.toString(metrics.bestEpoch());
        List<PageView.Chart> charts = new ArrayList<>();
        charts.add(new PageView.Chart("lines", "Loss by epoch", TABLE, "1", "", "", best));
        if (training || validation) {
            charts.add(new PageView.Chart(
                    "lines",
                    "Accuracy by epoch, in percent",
                    TABLE,
                    training && validation ? "2,3" : "2",
                    "",
                    "",
                    best));
        }
        return new PageView.Training(summary(metrics), charts, table.build());
    }

    private static String summary(Metrics.TrainingMetrics metrics) {
        return metrics == null
                ? ""
                : "Of " + metrics.epochs() + " epochs, number " + metrics.bestEpoch()
                        + " was kept, with a validation accuracy of "
                        + Figures.percent(metrics.validationAccuracy(), ACCURACY_DECIMALS) + "; seed "
                        + metrics.seed() + ", " + Figures.significant(metrics.secondsPerEpoch())
                        + " s an epoch. The vertical line marks the epoch kept.";
    }

    private static String percent(OptionalDouble accuracy) {
        return accuracy.isPresent() ? Figures.percent(accuracy.getAsDouble(), ACCURACY_DECIMALS) : "";
    }
}
