/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.adders.AdderGraphs;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.LayerPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the layers of a plan keep their weights and rows, in words.
 *
 * @param byLayer by the layer's name
 */
record PlanMemories(Map<String, String> byLayer) {
    PlanMemories {
        byLayer = Collections.unmodifiableMap(new LinkedHashMap<>(byLayer));
    }

    static PlanMemories of(HardwarePlan plan) {
        Map<String, String> memories = new LinkedHashMap<>();
        for (LayerPlan layer : plan.layers()) {
            memories.put(layer.name(), memory(layer));
        }
        return new PlanMemories(memories);
    }

    private static String memory(LayerPlan layer) {
        List<String> parts = new ArrayList<>();
        switch (layer.weightStorage()) {
            case REGISTERS -> parts.add("weights in registers");
            case LUTRAM -> parts.add("weights in LUTRAM");
            case BRAM -> parts.add("weights in BRAM");
            case NONE -> {}
        }
        switch (layer.implementation()) {
            case PACKED -> parts.add("two products in a slice");
            case LUT -> parts.add("products of lookup tables");
            case DSP, ADDERS -> {}
        }
        if (!layer.adders().isEmpty()) {
            parts.add(adders(layer.adders(), layer.windows()));
        }
        long blocks = layer.estimate().bram18();
        if (blocks > 0) {
            parts.add(blocks + " BRAM18 in all");
        }
        return String.join(", ", parts);
    }

    private static String adders(List<AdderGraph> graphs, int windows) {
        long additions =
                graphs.stream().mapToLong(graph -> graph.adders().size()).sum();
        long bits = graphs.stream().mapToLong(AdderGraph::adderBits).sum();
        int tried = graphs.stream().mapToInt(AdderGraph::tried).min().orElseThrow();
        String graph = String.format(Locale.ROOT, "%,d adders of %,d bits", additions, bits)
                + (tried < AdderGraphs.WAYS ? " after " + tried + " of " + AdderGraphs.WAYS + " searches" : "");
        return windows == 1 ? graph : windows + " windows at a time, " + graph + " each";
    }
}
