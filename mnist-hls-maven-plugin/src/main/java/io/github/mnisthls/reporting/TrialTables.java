/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.RoundingTrial;
import io.github.mnisthls.training.RoundingTrial.Kind;
import io.github.mnisthls.training.RoundingTrial.Value;
import io.github.mnisthls.training.RoundingTrials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Trainings with and without rounding, side by side. */
public final class TrialTables {
    private TrialTables() {}

    /** A row per training: what came of it. */
    public static Table summary(RoundingTrials trials) {
        Table.Builder table = Table.builder(
                "The same network, weights and batches, trained three times",
                "activations",
                "#accuracy",
                "#loss",
                "#validation loss",
                "#weights moved by",
                "#s/epoch");
        for (RoundingTrial trial : trials.trials()) {
            EpochReport last = trial.last();
            table.row(
                    trial.kind().label(),
                    Figures.percent(last.validationAccuracy()),
                    Figures.fixed(last.loss(), 4),
                    Figures.fixed(last.validationLoss(), 4),
                    Figures.percent(trial.weightChange(), 1),
                    Figures.fixed(last.seconds(), 1));
        }
        return table.build();
    }

    /** A row per epoch, a column per training. */
    static Table accuracy(RoundingTrials trials) {
        return epochs(
                "Validation accuracy by epoch, in percent",
                trials,
                report -> Figures.percent(report.validationAccuracy()));
    }

    /** The same for the loss while training. */
    static Table loss(RoundingTrials trials) {
        return epochs("Training loss by epoch", trials, report -> Figures.significant(report.loss()));
    }

    private static Table epochs(String caption, RoundingTrials trials, Function<EpochReport, String> cell) {
        Table.Builder table = Table.builder(caption, headers("epoch", trials));
        int epochs = trials.trials().get(0).epochs().size();
        for (int epoch = 0; epoch < epochs; epoch++) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(epoch + 1)));
            for (RoundingTrial trial : trials.trials()) {
                cells.add(cell.apply(trial.epochs().get(epoch).report()));
            }
            table.plotted(Integer.toString(epoch + 1), cells.toArray(String[]::new));
        }
        return table.build();
    }

    /** A row per layer that learns: the mean over the epochs. */
    public static Table gradients(RoundingTrials trials) {
        Table.Builder table = Table.builder("Norm of the gradient by layer", headers("layer", trials));
        List<String> layers = layers(trials);
        for (int i = 0; i < layers.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(layers.get(i)));
            for (RoundingTrial trial : trials.trials()) {
                cells.add(Figures.significant(gradient(trial, i)));
            }
            table.plotted(Integer.toString(i), cells.toArray(String[]::new));
        }
        return table.build();
    }

    /** The layers that learn. */
    static List<String> layers(RoundingTrials trials) {
        return trials.trials().get(0).epochs().get(0).gradients().stream()
                .map(RoundingTrial.LayerGradient::layer)
                .toList();
    }

    /** The mean over the epochs of one layer's gradient. */
    static double gradient(RoundingTrial trial, int layer) {
        return trial.epochs().stream()
                .mapToDouble(epoch -> epoch.gradients().get(layer).norm())
                .average()
                .orElseThrow();
    }

    /** A row per layer: what becomes zero. */
    static Table zeros(RoundingTrials trials) {
        return values("Activations rounded to zero, in percent", trials, Value::roundedToZero);
    }

    /** A row per layer: how many of the different numbers are left. */
    static Table distinct(RoundingTrials trials) {
        return values("Distinct values left after rounding, in percent", trials, TrialTables::distinctLeft);
    }

    /** How many of the different numbers are left, as a share. */
    static double distinctLeft(Value value) {
        return (double) value.distinctAfter() / value.distinct();
    }

    private static Table values(String caption, RoundingTrials trials, ToDoubleFunction<Value> share) {
        Table.Builder table = Table.builder(caption, headers("layer", trials));
        List<Value> values = trials.trials().get(0).values();
        for (int i = 0; i < values.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(values.get(i).layer()));
            for (RoundingTrial trial : trials.trials()) {
                cells.add(Figures.significant(
                        100 * share.applyAsDouble(trial.values().get(i))));
            }
            table.plotted(Integer.toString(i), cells.toArray(String[]::new));
        }
        return table.build();
    }

    private static String[] headers(String first, RoundingTrials trials) {
        List<String> headers = new ArrayList<>(List.of(first));
        trials.trials().forEach(trial -> headers.add("#" + trial.kind().label()));
        return headers.toArray(String[]::new);
    }

    /** The figures as files for other programs, by name. */
    public static Map<String, String> csv(RoundingTrials trials) {
        StringBuilder epochs = new StringBuilder("activations,epoch,loss,validationLoss,validationAccuracy\n");
        StringBuilder gradients = new StringBuilder("activations,epoch,layer,gradientNorm\n");
        StringBuilder values = new StringBuilder(
                "activations,layer,format,roundedToZero,saturated,distinct,distinctAfter,mean,deviation,meanAfter,deviationAfter\n");
        for (RoundingTrial trial : trials.trials()) {
            String kind = kind(trial.kind());
            for (RoundingTrial.Epoch epoch : trial.epochs()) {
                EpochReport report = epoch.report();
                line(epochs, kind, report.epoch(), report.loss(), report.validationLoss(), report.validationAccuracy());
                epoch.gradients().forEach(each -> line(gradients, kind, report.epoch(), each.layer(), each.norm()));
            }
            trial.values().forEach(value -> line(values, kind, value));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("epochs.csv", epochs.toString());
        files.put("gradients.csv", gradients.toString());
        files.put("values.csv", values.toString());
        return files;
    }

    private static void line(StringBuilder csv, String kind, Value value) {
        List<Object> cells = new ArrayList<>(List.of(
                kind,
                value.layer(),
                "\"" + value.format() + "\"",
                value.roundedToZero(),
                value.saturated(),
                value.distinct(),
                value.distinctAfter()));
        cells.addAll(value.normalized()
                .map(seen -> List.<Object>of(seen.mean(), seen.deviation(), seen.meanAfter(), seen.deviationAfter()))
                .orElse(List.of("", "", "", "")));
        line(csv, cells.toArray());
    }

    private static void line(StringBuilder csv, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "" : ",").append(cells[i]);
        }
        csv.append('\n');
    }

    /** As one word. */
    private static String kind(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
