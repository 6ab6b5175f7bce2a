/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a report's figures into words and tables. */
final class PageComposer {
    /** What measures a stage that was not measured. */
    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("float32", "mvn mnist-hls:quantize measures it");
        STAGES.put("folded", "mvn mnist-hls:quantize measures it");
        STAGES.put("quantized", "mvn mnist-hls:quantize measures it");
        STAGES.put("csim", "mvn mnist-hls:csim measures it, with any C++ compiler");
        STAGES.put("cosim", "mvn mnist-hls:cosim measures it, where AMD's HLS tool is installed");
    }

    private static final double DEVIATIONS_OF_95_PERCENT = 1.96;

    private final ReportData data;
    private final Metrics metrics;
    private final AccuracyLedger ledger;

    PageComposer(ReportData data) {
        this.data = data;
        metrics = data.metrics();
        ledger = AccuracyLedger.of(metrics);
    }

    PageView compose(PageAssets assets) {
        Metrics.NetworkMetrics network = metrics.network().orElseThrow();
        return new PageView(
                network.name(),
                Figures.count(network.parameters()) + " parameters, " + Figures.count(network.macs())
                        + " multiply-accumulates per image, precision " + network.precision(),
                HeadlineFacts.of(metrics, ledger, data.effects()),
                ledger.stages().isEmpty() ? null : ledger.table(),
                ledger.stages().stream()
                        .filter(stage -> stage.name().equals("quantized"))
                        .findFirst()
                        .map(PageComposer::resolution)
                        .orElse(""),
                missingStages(),
                String.join(" ", ledger.sentences()),
                course("training", "epochs", data.course().training(), metrics.training()),
                course("fine-tuning", "finetuning-epochs", data.course().finetuning(), metrics.finetuning()),
                data.background()
                        .before()
                        .flatMap(before -> ChangesTable.of(before, metrics))
                        .orElse(null),
                data.trials().map(TrialSection::of).orElse(null),
                data.health()
                        .map(found ->
                                new PageView.Health(DiagnosisTables.sentences(found), DiagnosisTables.layers(found)))
                        .orElse(null),
                data.recognition().map(RecognitionSection::of).orElse(null),
                data.effects()
                        .map(effects -> EffectSection.of(effects, data.layers()))
                        .orElse(null),
                LayerSection.histograms(data.layers(), layer -> data.effects().isPresent() && hurts(layer)),
                data.warnings().stream()
                        .map(warning -> new PageView.Warning(
                                warning.seen(), warning.seen() && hurts(warning.layer()), warning.message()))
                        .toList(),
                AccumulatorSection.of(data.accumulators()),
                metrics.hardware()
                        .map(plan -> HardwareSection.of(
                                plan,
                                network.macs(),
                                data.memories(),
                                data.originals(),
                                data.details(),
                                data.resources()))
                        .orElse(null),
                SynthesisSection.of(metrics, data.resources()),
                metrics.synthesis().isPresent(),
                settings().orElse(null),
                provenance().orElse(null),
                assets);
    }

    private static PageView.Training course(
            String name, String table, List<Course.Epoch> epochs, Optional<Metrics.TrainingMetrics> known) {
        return epochs.isEmpty() ? null : TrainingSection.of(name, table, epochs, known);
    }

    /** Whether a layer's formats cost accuracy; taken for granted where nobody looked. */
    private boolean hurts(String layer) {
        return data.effects().map(effects -> effects.hurts(layer)).orElse(true);
    }

    private static String resolution(AccuracyLedger.Stage stage) {
        if (stage.images().isEmpty()) {
            return "";
        }
        int images = stage.images().getAsInt();
        double accuracy = stage.accuracy();
        double halfWidth = DEVIATIONS_OF_95_PERCENT * Math.sqrt(accuracy * (1 - accuracy) / images);
        int decimals = Figures.decimals(images);
        return "One of " + Figures.count(images) + " images is " + Figures.percent(1.0 / images, decimals)
                + ". With other images of the same kind, the accuracy of the quantized network would be within "
                + Figures.fixed(100 * halfWidth, decimals) + " points of this one, 19 times in 20.";
    }

    private List<String> missingStages() {
        List<String> present =
                ledger.stages().stream().map(AccuracyLedger.Stage::name).toList();
        List<String> missing = new ArrayList<>();
        STAGES.forEach((stage, remedy) -> {
            if (!present.contains(stage)) {
                missing.add(stage + ": not measured; " + remedy + ".");
            }
        });
        return missing;
    }

    private Optional<Table> settings() {
        Table.Builder table = Table.builder("Settings used", "setting", "value");
        data.background().settings().forEach(table::row);
        return data.background().settings().isEmpty() ? Optional.empty() : Optional.of(table.build());
    }

    private Optional<Table> provenance() {
        Table.Builder table = Table.builder("SHA-256 of everything that the results come from", "what", "SHA-256");
        data.background().provenance().forEach(origin -> table.row(origin.name(), origin.sha256()));
        return data.background().provenance().isEmpty() ? Optional.empty() : Optional.of(table.build());
    }
}
