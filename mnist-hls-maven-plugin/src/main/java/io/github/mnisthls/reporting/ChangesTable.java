/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.emulation.LayerEffects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** What is other than in the report before, in the same folder. */
final class ChangesTable {
    private final Metrics before;
    private final Metrics now;
    private final Table.Builder table = Table.builder(
            "What changed since the previous report in this folder", "figure", "#before", "#now", "#change");

    private ChangesTable(Metrics before, Metrics now) {
        this.before = before;
        this.now = now;
    }

    /** A row for each figure that changed; empty if none did. */
    static Optional<Table> of(Metrics before, Metrics now) {
        return Optional.of(new ChangesTable(before, now).build())
                .filter(table -> !table.rows().isEmpty());
    }

    private Table build() {
        text("precision", metrics -> metrics.network().map(Metrics.NetworkMetrics::precision));
        text("part", metrics -> metrics.hardware().map(Metrics.HardwareMetrics::part));
        accuracy("accuracy, float32", Metrics.AccuracyMetrics::float32);
        accuracy("accuracy, quantized", Metrics.AccuracyMetrics::quantized);
        accuracy("accuracy, C simulation", Metrics.AccuracyMetrics::csim);
        count("parameters", metrics -> metrics.network().map(network -> (long) network.parameters()));
        count("interval, cycles", metrics -> metrics.hardware().map(Metrics.HardwareMetrics::intervalCycles));
        count("latency, cycles", metrics -> metrics.hardware().map(Metrics.HardwareMetrics::latencyCycles));
        count("multipliers", metrics -> metrics.hardware().map(plan -> (long) plan.multipliers()));
        resource("LUT, estimated", Metrics.ResourceMetrics::lut);
        resource("FF, estimated", Metrics.ResourceMetrics::ff);
        resource("DSP, estimated", Metrics.ResourceMetrics::dsp);
        resource("BRAM18, estimated", Metrics.ResourceMetrics::bram18);
        synthesized("interval, synthesized", Metrics.SynthesisMetrics::intervalCycles);
        synthesized("LUT, synthesized", Metrics.SynthesisMetrics::lut);
        synthesized("DSP, synthesized", Metrics.SynthesisMetrics::dsp);
        return table.build();
    }

    private void text(String name, Function<Metrics, Optional<String>> figure) {
        String old = figure.apply(before).orElse("");
        String current = figure.apply(now).orElse("");
        if (!old.equals(current)) {
            table.row(name, old, current, "");
        }
    }

    private void accuracy(String name, Function<Metrics.AccuracyMetrics, OptionalDouble> figure) {
        OptionalDouble old = before.accuracy().map(figure).orElse(OptionalDouble.empty());
        OptionalDouble current = now.accuracy().map(figure).orElse(OptionalDouble.empty());
        if (old.isPresent() && current.isPresent() && !old.equals(current)) {
            double change = current.getAsDouble() - old.getAsDouble();
            table.judged(
                    change >= -LayerEffects.HURTS,
                    name,
                    Figures.percent(old.getAsDouble()),
                    Figures.percent(current.getAsDouble()),
                    Figures.points(change, 2) + " points");
        }
    }

    private void resource(String name, Function<Metrics.ResourceMetrics, Long> figure) {
        count(
                name,
                metrics -> metrics.hardware()
                        .flatMap(Metrics.HardwareMetrics::resources)
                        .map(figure));
    }

    private void synthesized(String name, Function<Metrics.SynthesisMetrics, OptionalLong> figure) {
        count(
                name,
                metrics -> metrics.synthesis()
                        .map(figure)
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong));
    }

    private void count(String name, Function<Metrics, Optional<Long>> figure) {
        Optional<Long> old = figure.apply(before);
        Optional<Long> current = figure.apply(now);
        if (old.isPresent() && current.isPresent() && !old.equals(current)) {
            long change = current.get() - old.get();
            table.row(
                    name,
                    Figures.count(old.get()),
                    Figures.count(current.get()),
                    (change > 0 ? "+" : "") + Figures.count(change) + relative(change, old.get()));
        }
    }

    private static String relative(long change, long old) {
        return old == 0 ? "" : " (" + Figures.points((double) change / old, 1) + " %)";
    }
}
