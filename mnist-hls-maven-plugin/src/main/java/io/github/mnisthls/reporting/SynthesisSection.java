/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Estimates beside what the tools reported: synthesis, and co-simulation and Vivado where they ran. */
final class SynthesisSection {
    private static final String CLOCK = "clock period, ns (asked for)";
    private static final List<String> RESOURCES = List.of("lut", "ff", "dsp", "bram18", "uram");

    private final Metrics.SynthesisMetrics tool;
    private final Metrics.CosimMetrics cosim;
    private final Metrics.ExportMetrics vivado;
    private final Metrics.HardwareMetrics plan;
    private final List<ReportData.Resource> resources;

    private SynthesisSection(Metrics metrics, List<ReportData.Resource> resources) {
        tool = metrics.synthesis();
        cosim = metrics.cosim();
        vivado = metrics.export() == null || metrics.export().stage() == null ? null : metrics.export();
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
        if (tool != null) {
            headers.add("#" + tool.tool() + " " + tool.version());
            headers.add("#off by");
        }
        if (cosim != null) {
            headers.add("#co-simulated");
        }
        if (vivado != null) {
            headers.add("#Vivado, " + (vivado.stage().equals("impl") ? "routed" : "synthesized"));
        }
        headers.add("#on the part");
        headers.add("#used");
        Table.Builder table =
                Table.builder(tool == null ? "Estimates" : "Estimates and the tool's", headers.toArray(String[]::new));
        for (Quantity quantity : quantities()) {
            if (quantity.best() != null) {
                table.row(cells(quantity));
            }
        }
        return table.build();
    }

    private List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>();
        all.add(new Quantity(
                "interval, cycles",
                plan == null ? null : (double) plan.intervalCycles(),
                tool == null ? null : real(tool.intervalCycles()),
                cosim == null ? null : real(cosim.intervalCycles()),
                null,
                null));
        all.add(new Quantity(
                "latency, cycles",
                plan == null ? null : (double) plan.latencyCycles(),
                tool == null ? null : real(tool.latencyCycles()),
                cosim == null ? null : real(cosim.latencyCycles()),
                null,
                null));
        all.add(new Quantity(
                CLOCK,
                plan == null ? null : plan.clockPeriodNs(),
                tool == null ? null : tool.estimatedClockPeriodNs(),
                null,
                vivado == null ? null : vivado.achievedClockPeriodNs(),
                null));
        RESOURCES.stream().map(this::resource).forEach(all::add);
        return all;
    }

    private Quantity resource(String name) {
        ReportData.Resource estimate = resources.stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElse(null);
        boolean sized = estimate != null && estimate.available().isPresent();
        return new Quantity(
                name,
                estimate == null ? null : (double) estimate.estimated(),
                tool == null ? null : real(pick(name, tool.lut(), tool.ff(), tool.dsp(), tool.bram18(), tool.uram())),
                null,
                vivado == null
                        ? null
                        : real(pick(name, vivado.lut(), vivado.ff(), vivado.dsp(), vivado.bram18(), vivado.uram())),
                sized ? (double) estimate.available().getAsLong() : null);
    }

    private static Long pick(String resource, Long lut, Long ff, Long dsp, Long bram18, Long uram) {
        return switch (resource) {
            case "lut" -> lut;
            case "ff" -> ff;
            case "dsp" -> dsp;
            case "bram18" -> bram18;
            default -> uram;
        };
    }

    private String[] cells(Quantity quantity) {
        List<String> cells = new ArrayList<>(List.of(quantity.name, text(quantity.estimated)));
        if (tool != null) {
            cells.add(text(quantity.reported));
            cells.add(quantity.isEstimate() ? offBy(quantity.estimated, quantity.reported) : "");
        }
        if (cosim != null) {
            cells.add(text(quantity.cosimulated));
        }
        if (vivado != null) {
            cells.add(text(quantity.implemented));
        }
        Double used = quantity.best();
        boolean comparable = quantity.available != null && quantity.available > 0 && used != null;
        cells.add(text(quantity.available));
        cells.add(comparable ? Figures.percent(used / quantity.available, 1) : "");
        return cells.toArray(String[]::new);
    }

    private static String offBy(double estimated, double reported) {
        return Figures.points(estimated / reported - 1, 1) + " %";
    }

    private static Double real(Long value) {
        return value == null ? null : value.doubleValue();
    }

    private static String text(Double value) {
        if (value == null) {
            return "";
        }
        return Figures.plain(value);
    }

    private record Quantity(
            String name, Double estimated, Double reported, Double cosimulated, Double implemented, Double available) {
        /** The figure nearest to the hardware; null if nobody told one. */
        Double best() {
            return Stream.of(implemented, cosimulated, reported, estimated)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** What was asked for is no estimate that could be off. */
        boolean isEstimate() {
            return !name.equals(CLOCK) && estimated != null && reported != null && reported != 0;
        }
    }
}
