/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.diagnosis.Cure;
import io.github.mnisthls.diagnosis.LayerHealth;
import io.github.mnisthls.diagnosis.ModelDiagnosis;
import io.github.mnisthls.diagnosis.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What was found out about a network and its precision, as tables and sentences. */
public final class DiagnosisTables {
    private DiagnosisTables() {}

    /** A row per layer. */
    public static Table layers(ModelDiagnosis diagnosis) {
        Table.Builder table = Table.builder(
                "What " + diagnosis.precision() + " does to each layer",
                "layer",
                "#outputs, dB",
                "#weights, dB",
                "#saturated",
                "#vanished",
                "#dead",
                "#flat",
                "#of channels",
                "#weight bits used",
                "#alone",
                "#up to here");
        for (LayerHealth layer : diagnosis.layers()) {
            table.row(
                    layer.layer(),
                    decibels(layer.outputNoise()),
                    decibels(layer.weightNoise()),
                    Figures.percent(layer.saturated()),
                    Figures.percent(layer.vanished()),
                    Figures.count(layer.deadChannels()),
                    Figures.count(layer.flatChannels()),
                    Figures.count(layer.channels()),
                    bits(layer),
                    percent(layer.alone()),
                    percent(layer.upToHere()));
        }
        return table.build();
    }

    private static String bits(LayerHealth layer) {
        return layer.usedBits().isEmpty()
                ? ""
                : layer.usedBits().getAsInt() + " of " + layer.weightBits().orElse(0);
    }

    private static String decibels(OptionalDouble value) {
        return value.isPresent() ? Figures.fixed(value.getAsDouble(), 1) : "";
    }

    private static String percent(OptionalDouble value) {
        return value.isPresent() ? Figures.percent(value.getAsDouble()) : "";
    }

    /** What is wrong, and what mends it. */
    public static List<String> sentences(ModelDiagnosis diagnosis) {
        List<String> sentences = new ArrayList<>();
        String images = " of " + Figures.count(diagnosis.images()) + " training images";
        sentences.add("The network recognizes " + Figures.percent(diagnosis.float32()) + images + " in float32, and "
                + (diagnosis.quantized().isPresent()
                        ? Figures.percent(diagnosis.quantized().getAsDouble()) + " in "
                        : "cannot be quantized to ")
                + diagnosis.precision() + ".");
        diagnosis.symptoms().forEach(symptom -> sentences.add(sentence(symptom)));
        diagnosis.cure().ifPresent(cure -> sentences.add(sentence(cure, diagnosis.float32())));
        if (diagnosis.symptoms().isEmpty() && diagnosis.cure().isEmpty()) {
            sentences.add("Nothing is wrong that could be found by trying.");
        }
        return List.copyOf(sentences);
    }

    private static String sentence(Symptom symptom) {
        String tried = symptom.after() > symptom.before()
                ? " Tried: " + Figures.percent(symptom.after()) + " instead of " + Figures.percent(symptom.before())
                        + "."
                : "";
        return "Likely, " + symptom.kind().words() + ": " + symptom.seen() + ". " + symptom.remedy() + "." + tried;
    }

    private static String sentence(Cure cure, double float32) {
        String who = cure.layer().equals("*") ? "No single layer is to blame" : "'" + cure.layer() + "' is to blame";
        return who + ": with " + cure.change() + " the loss falls from "
                + Figures.fixed(100 * (float32 - cure.before()), 2) + " to "
                + Figures.fixed(100 * (float32 - cure.after()), 2) + " points. In the POM: " + cure.snippet();
    }

    /** The table for other programs. */
    public static String csv(ModelDiagnosis diagnosis) {
        StringBuilder csv = new StringBuilder(
                "layer,outputNoiseDb,weightNoiseDb,saturated,vanished,deadChannels,flatChannels,channels,weightBits,usedBits,zeroWeights,alone,upToHere\n");
        for (LayerHealth layer : diagnosis.layers()) {
            List<String> cells = List.of(
                    layer.layer(),
                    text(layer.outputNoise()),
                    text(layer.weightNoise()),
                    Double.toString(layer.saturated()),
                    Double.toString(layer.vanished()),
                    Integer.toString(layer.deadChannels()),
                    Integer.toString(layer.flatChannels()),
                    Integer.toString(layer.channels()),
                    text(layer.weightBits()),
                    text(layer.usedBits()),
                    Double.toString(layer.zeroWeights()),
                    text(layer.alone()),
                    text(layer.upToHere()));
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }
}
