/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hardware plan as a table and a sentence. All of it is estimated, nothing measured.
 *
 * @param summary speed and size of the whole
 * @param table   a row per layer
 * @param reasons a row per layer with products: what they are made of, and why; absent if all of them are multipliers
 */
public record PlanTable(String summary, Table table, Optional<Table> reasons) {
    private static final double NANOSECONDS = 1e9;
    private static final String MULTIPLIERS = "dsp";

    /**
     * The plan of a network.
     *
     * @param macs      multiply-accumulates per image
     * @param memories  where each layer keeps its weights and rows, by the layer's name; may lack layers or be empty
     * @param originals what each layer is called in the file that it was loaded from, alike
     */
    public static PlanTable of(
            Metrics.HardwareMetrics plan, long macs, Map<String, String> memories, Map<String, String> originals) {
        List<String> headers = new ArrayList<>(List.of(
                "layer", "#PE", "#SIMD", "#cycles", "#busy", "#multipliers", "#weight bits", "#accumulator bits"));
        if (!memories.isEmpty()) {
            headers.add("memory");
        }
        if (!originals.isEmpty()) {
            headers.add("in the model's file");
        }
        Table.Builder table = Table.builder(
                "Plan for " + plan.part() + " at " + Figures.plain(plan.clockPeriodNs()) + " ns (estimates)",
                headers.toArray(String[]::new));
        for (Metrics.LayerMetrics layer : plan.layers()) {
            List<String> cells = new ArrayList<>(List.of(
                    layer.name(),
                    Figures.count(layer.pe()),
                    Figures.count(layer.simd()),
                    Figures.count(layer.intervalCycles()),
                    Figures.percent(busy(layer, plan), 0),
                    Figures.count(layer.multipliers()),
                    Figures.count(layer.weightBits()),
                    Figures.count(layer.accumulatorBits())));
            if (!memories.isEmpty()) {
                cells.add(memories.getOrDefault(layer.name(), ""));
            }
            if (!originals.isEmpty()) {
                cells.add(originals.getOrDefault(layer.name(), ""));
            }
            table.row(cells.toArray(String[]::new));
        }
        return new PlanTable(summary(plan, macs), table.build(), reasons(plan));
    }

    /** Where all products are those of multipliers, there was no choice to tell about. */
    private static Optional<Table> reasons(Metrics.HardwareMetrics plan) {
        if (plan.layers().stream()
                .allMatch(layer -> layer.products().orElse(MULTIPLIERS).equals(MULTIPLIERS))) {
            return Optional.empty();
        }
        Table.Builder table = Table.builder("What products are made of", "layer", "products", "because");
        for (Metrics.LayerMetrics layer : plan.layers()) {
            layer.reason()
                    .ifPresent(
                            reason -> table.row(layer.name(), layer.products().orElse(""), reason));
        }
        return Optional.of(table.build());
    }

    /** For the log: the tables and the summary. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(ConsoleTable.lines(table));
        reasons.ifPresent(own -> lines.addAll(ConsoleTable.lines(own)));
        lines.add(summary);
        return List.copyOf(lines);
    }

    /** Images per second at the clock that the plan is for. */
    static double imagesPerSecond(Metrics.HardwareMetrics plan) {
        return NANOSECONDS / (plan.intervalCycles() * plan.clockPeriodNs());
    }

    /** Fraction of the interval in which a layer computes. */
    static double busy(Metrics.LayerMetrics layer, Metrics.HardwareMetrics plan) {
        return (double) layer.intervalCycles() / plan.intervalCycles();
    }

    /** How well the multipliers are used; they have no roofline where adders make a part of the products. */
    static String use(Metrics.HardwareMetrics plan, long macs) {
        boolean adders = plan.layers().stream().anyMatch(layer -> layer.weightBits() > 0 && layer.multipliers() == 0);
        return adders ? "other products as adders" : Figures.percent(roofline(plan, macs), 1) + " of their roofline";
    }

    /** Fraction of the multiply-accumulates that as many multipliers could do at most; 1 where nothing is multiplied. */
    private static double roofline(Metrics.HardwareMetrics plan, long macs) {
        return plan.multipliers() == 0 ? 1 : macs / ((double) plan.multipliers() * plan.intervalCycles());
    }

    private static String summary(Metrics.HardwareMetrics plan, long macs) {
        return "An image every " + Figures.count(plan.intervalCycles()) + " cycles ("
                + Figures.count((long) imagesPerSecond(plan)) + " images/s), its result after "
                + Figures.count(plan.latencyCycles()) + " cycles; " + Figures.count(plan.multipliers())
                + " multipliers, " + use(plan, macs) + ".";
    }
}
