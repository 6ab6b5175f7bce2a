/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.emulation.LayerEffects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What quantization costs, layer by layer. */
final class EffectSection {
    private final LayerEffects effects;
    private final Map<String, ReportData.LayerValues> values;

    private EffectSection(LayerEffects effects, List<ReportData.LayerValues> layers) {
        this.effects = effects;
        this.values = layers.stream()
                .collect(Collectors.toMap(ReportData.LayerValues::name, Function.identity(), (first, second) -> first));
    }

    static PageView.Effects of(LayerEffects effects, List<ReportData.LayerValues> layers) {
        EffectSection section = new EffectSection(effects, layers);
        return new PageView.Effects(section.summary(), effects.worst().isEmpty(), section.table());
    }

    private String summary() {
        String float32 = Figures.percent(effects.float32(), 1) + " in float32";
        return effects.worst()
                .map(worst -> (worst.layer().equals(LayerEffects.PIXELS)
                                ? "The type of the pixels costs"
                                : "The types of layer " + worst.layer() + " cost")
                        + " most. With only these, and everything else as precise as in float32, the accuracy is "
                        + Figures.percent(worst.alone().orElseThrow(), 1) + " instead of " + float32 + ".")
                .orElse("No layer alone costs more than " + Figures.fixed(100 * LayerEffects.HURTS, 1)
                        + " points of accuracy (" + float32 + ").");
    }

    private Table table() {
        Table.Builder table = Table.builder(
                "What quantization costs by layer, on " + Figures.count(effects.images()) + " test images",
                "layer",
                "#weights, dB",
                "#vanish",
                "#outputs, dB",
                "#saturate",
                "#alone",
                "#up to here");
        for (LayerEffects.Effect effect : effects.layers()) {
            Optional<ReportData.LayerValues> layer = Optional.ofNullable(values.get(effect.layer()));
            Optional<ValueHistogram> weights = layer.flatMap(ReportData.LayerValues::weights);
            Optional<ValueHistogram> outputs = layer.flatMap(ReportData.LayerValues::activations);
            List<String> cells = List.of(
                    effect.layer(),
                    weights.map(EffectSection::decibels).orElse(""),
                    weights.map(counted -> Figures.percent(counted.vanishingShare(), 1))
                            .orElse(""),
                    outputs.map(EffectSection::decibels).orElse(""),
                    outputs.map(counted -> Figures.percent(counted.outsideShare(), 1))
                            .orElse(""),
                    percent(effect.alone()),
                    percent(effect.cumulative()));
            table.judged(!effects.hurts(effect), cells.toArray(String[]::new));
        }
        return table.build();
    }

    private static String decibels(ValueHistogram values) {
        double ratio = values.signalToNoise();
        return Double.isInfinite(ratio) ? "exact" : Figures.fixed(ratio, 1);
    }

    private static String percent(OptionalDouble accuracy) {
        return accuracy.isPresent() ? Figures.percent(accuracy.getAsDouble(), 1) : "";
    }
}
