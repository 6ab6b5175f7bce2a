/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** Estimates beside what the tools reported: synthesis, and co-simulation and Vivado where they ran. */
final class SynthesisSection {
    private static final String CLOCK = "clock period, ns (requested)";
    private static final List<String> RESOURCES = List.of("lut", "ff", "dsp", "bram18", "uram");

    private final Optional<Metrics.SynthesisMetrics> tool;
    private final Optional<Metrics.CosimMetrics> cosim;
    private final Optional<Metrics.ExportMetrics> vivado;
    private final Optional<Metrics.HardwareMetrics> plan;
    private final List<ReportData.Resource> resources;

    private SynthesisSection(Metrics metrics, List<ReportData.Resource> resources) {
        tool = metrics.synthesis();
        cosim = metrics.cosim();
        vivado = metrics.export().filter(export -> export.stage().isPresent());
        plan = metrics.hardware();
        this.resources = resources;
    }

    /** Null if neither a tool ran nor anything was estimated. */
    static Table of(Metrics metrics, List<ReportData.Resource> resources) {
        Table table = new SynthesisSection(metrics, resources).table();
        return table.rows().isEmpty() ? null : table;
    }

    private Table table() {
        List<String> headers = new ArrayList<>(List.of("quantity", "#estimated"));
        tool.ifPresent(known -> headers.addAll(List.of("#" + known.tool() + " " + known.version(), "#off by")));
        cosim.ifPresent(known -> headers.add("#co-simulated"));
        vivado.flatMap(Metrics.ExportMetrics::stage)
                .ifPresent(stage -> headers.add("#Vivado, " + (stage.equals("impl") ? "routed" : "synthesized")));
        headers.add("#on the part");
        headers.add("#used");
        Table.Builder table = Table.builder(
                tool.isEmpty() ? "Estimates" : "Estimates and figures of the tool", headers.toArray(String[]::new));
        for (Quantity quantity : quantities()) {
            if (quantity.best().isPresent()) {
                table.row(cells(quantity));
            }
        }
        return table.build();
    }

    private List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>();
        all.add(new Quantity(
                "interval, cycles",
                plan.map(known -> (double) known.intervalCycles()),
                whole(tool, Metrics.SynthesisMetrics::intervalCycles),
                whole(cosim, Metrics.CosimMetrics::intervalCycles),
                Optional.empty(),
                Optional.empty()));
        all.add(new Quantity(
                "latency, cycles",
                plan.map(known -> (double) known.latencyCycles()),
                whole(tool, Metrics.SynthesisMetrics::latencyCycles),
                whole(cosim, Metrics.CosimMetrics::latencyCycles),
                Optional.empty(),
                Optional.empty()));
        all.add(new Quantity(
                CLOCK,
                plan.map(Metrics.HardwareMetrics::clockPeriodNs),
                real(tool, Metrics.SynthesisMetrics::estimatedClockPeriodNs),
                Optional.empty(),
                real(vivado, Metrics.ExportMetrics::achievedClockPeriodNs),
                Optional.empty()));
        RESOURCES.stream().map(this::resource).forEach(all::add);
        return all;
    }

    private Quantity resource(String name) {
        Optional<ReportData.Resource> estimate = resources.stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst();
        return new Quantity(
                name,
                estimate.map(known -> (double) known.estimated()),
                whole(tool, of -> pick(name, of.lut(), of.ff(), of.dsp(), of.bram18(), of.uram())),
                Optional.empty(),
                whole(vivado, of -> pick(name, of.lut(), of.ff(), of.dsp(), of.bram18(), of.uram())),
                whole(estimate, ReportData.Resource::available));
    }

    private static OptionalLong pick(
            String resource,
            OptionalLong lut,
            OptionalLong ff,
            OptionalLong dsp,
            OptionalLong bram18,
            OptionalLong uram) {
        return switch (resource) {
            case "lut" -> lut;
            case "ff" -> ff;
            case "dsp" -> dsp;
            case "bram18" -> bram18;
            default -> uram;
        };
    }

    private static <T> Optional<Double> whole(Optional<T> source, Function<T, OptionalLong> figure) {
        return source.map(figure)
                .flatMap(value ->
                        value.stream().mapToObj(known -> (double) known).findFirst());
    }

    private static <T> Optional<Double> real(Optional<T> source, Function<T, OptionalDouble> figure) {
        return source.map(figure).flatMap(value -> value.stream().boxed().findFirst());
    }

    private String[] cells(Quantity quantity) {
        List<String> cells = new ArrayList<>(List.of(quantity.name, text(quantity.estimated)));
        if (tool.isPresent()) {
            cells.add(text(quantity.reported));
            cells.add(quantity.isEstimate() ? offBy(quantity.estimated.get(), quantity.reported.get()) : "");
        }
        if (cosim.isPresent()) {
            cells.add(text(quantity.cosimulated));
        }
        if (vivado.isPresent()) {
            cells.add(text(quantity.implemented));
        }
        cells.add(text(quantity.available));
        cells.add(quantity.share().map(share -> Figures.percent(share, 1)).orElse(""));
        return cells.toArray(String[]::new);
    }

    private static String offBy(double estimated, double reported) {
        return Figures.points(estimated / reported - 1, 1) + " %";
    }

    private static String text(Optional<Double> value) {
        return value.map(Figures::plain).orElse("");
    }

    private record Quantity(
            String name,
            Optional<Double> estimated,
            Optional<Double> reported,
            Optional<Double> cosimulated,
            Optional<Double> implemented,
            Optional<Double> available) {
        /** The figure nearest to the hardware, if anybody told one. */
        Optional<Double> best() {
            return implemented.or(() -> cosimulated).or(() -> reported).or(() -> estimated);
        }

        /** Of what the part has. */
        Optional<Double> share() {
            return available.filter(most -> most > 0).flatMap(most -> best().map(used -> used / most));
        }

        /** What was asked for is no estimate that could be off. */
        boolean isEstimate() {
            return !name.equals(CLOCK)
                    && estimated.isPresent()
                    && reported.filter(value -> value != 0).isPresent();
        }
    }
}
