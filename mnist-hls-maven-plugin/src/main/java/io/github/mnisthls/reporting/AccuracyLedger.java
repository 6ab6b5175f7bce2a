/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The accuracy stage by stage, from float32 to co-simulation; only stages that were measured.
 *
 * @param flips  how many test images have another class after quantization, as a sentence; empty if they were not compared
 * @param logits how many logits of C simulation differ from the emulator's, as a sentence; empty if it did not run
 */
public record AccuracyLedger(List<Stage> stages, String flips, String logits) {
    private static final String CAPTION = "Accuracy on the test set";

    public AccuracyLedger {
        stages = List.copyOf(stages);
    }

    /**
     * One stage.
     *
     * @param accuracy fraction of 1
     * @param images   that it was measured on, if known
     */
    public record Stage(String name, double accuracy, OptionalInt images) {
        /** How many images it gets wrong, if their number is known. */
        public OptionalInt wrong() {
            return images.isPresent()
                    ? OptionalInt.of((int) Math.round((1 - accuracy) * images.getAsInt()))
                    : OptionalInt.empty();
        }
    }

    /** The ledger of what was measured; may be empty. */
    public static AccuracyLedger of(Metrics metrics) {
        List<Stage> stages = new ArrayList<>();
        metrics.accuracy().ifPresent(accuracy -> {
            OptionalInt emulated = images(metrics.emulator().map(Metrics.EmulatorMetrics::images));
            add(stages, "float32", accuracy.float32(), emulated);
            add(stages, "folded", accuracy.folded(), emulated);
            add(stages, "quantized", accuracy.quantized(), emulated);
            add(stages, "csim", accuracy.csim(), images(metrics.csim().map(Metrics.CsimMetrics::images)));
            add(stages, "cosim", accuracy.cosim(), images(metrics.cosim().map(Metrics.CosimMetrics::images)));
        });
        return new AccuracyLedger(
                stages,
                flips(metrics),
                metrics.csim().map(AccuracyLedger::logits).orElse(""));
    }

    private static OptionalInt images(Optional<Integer> count) {
        return count.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** For the log: the table, and the sentences. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(ConsoleTable.lines(table()));
        lines.addAll(sentences());
        return List.copyOf(lines);
    }

    /** What the table does not tell. */
    public List<String> sentences() {
        return Stream.of(flips, logits).filter(sentence -> !sentence.isEmpty()).toList();
    }

    private static String flips(Metrics metrics) {
        OptionalInt flips =
                metrics.accuracy().map(Metrics.AccuracyMetrics::flips).orElseGet(OptionalInt::empty);
        return flips.isEmpty()
                ? ""
                : Figures.count(flips.getAsInt())
                        + " test images have a different class in the quantized network than in float32, right or"
                        + " wrong.";
    }

    /** A row per stage; differences from the first stage in percentage points, where both saw as many images. */
    public Table table() {
        Table.Builder table = Table.builder(CAPTION, "stage", "#accuracy", "#images", "#wrong", "#points");
        for (Stage stage : stages) {
            Stage first = stages.get(0);
            boolean comparable = !stage.equals(first) && stage.images().equals(first.images());
            int decimals = Figures.decimals(stage.images().orElse(0));
            table.row(
                    stage.name(),
                    Figures.percent(stage.accuracy(), decimals),
                    orBlank(stage.images()),
                    orBlank(stage.wrong()),
                    comparable ? Figures.points(stage.accuracy() - first.accuracy(), decimals) : "");
        }
        return table.build();
    }

    private static void add(List<Stage> stages, String name, OptionalDouble accuracy, OptionalInt images) {
        accuracy.ifPresent(share -> stages.add(new Stage(name, share, images)));
    }

    private static String logits(Metrics.CsimMetrics csim) {
        return Figures.count(csim.logitsCompared()) + " logits compared with the emulator's, "
                + Figures.count(csim.logitsDiffering()) + " differing (" + csim.tool() + ").";
    }

    private static String orBlank(OptionalInt count) {
        return count.isPresent() ? Figures.count(count.getAsInt()) : "";
    }
}
