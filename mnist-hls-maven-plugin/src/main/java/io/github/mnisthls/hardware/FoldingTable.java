/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each layer costs with each of its foldings. A layer's processes depend on the layers before it only through the
 * number of lanes that reach it, so that the table has a row for each such number and not for each combination.
 */
final class FoldingTable {
    /**
     * A layer with a folding.
     *
     * @param outLanes       lanes of the words that it sends
     * @param multipliers    products per cycle
     * @param intervalCycles of its slowest process
     * @param cycles         sum over its processes, which the latency follows
     * @param resources      estimated
     */
    record Option(
            Folding folding, int outLanes, long multipliers, long intervalCycles, long cycles, Resources resources) {}

    private final List<LayerHardware> hardware;
    private final QuantizedNetwork network;
    private final List<Map<Integer, List<Option>>> rows = new ArrayList<>();

    FoldingTable(QuantizedNetwork network, List<LayerHardware> hardware, List<List<Folding>> foldings) {
        this.network = network;
        this.hardware = hardware;
        TreeSet<Integer> reached = new TreeSet<>(List.of(PortProcesses.LANES));
        for (int layer = 0; layer < hardware.size(); layer++) {
            Map<Integer, List<Option>> row = new TreeMap<>();
            TreeSet<Integer> next = new TreeSet<>();
            for (int lanes : reached) {
                List<Option> options = new ArrayList<>();
                for (Folding folding : foldings.get(layer)) {
                    options.add(option(folding, design(layer, folding, lanes)));
                }
                options.forEach(option -> next.add(option.outLanes()));
                row.put(lanes, List.copyOf(options));
            }
            rows.add(row);
            reached = next;
        }
    }

    int layers() {
        return rows.size();
    }

    /** Numbers of lanes that can reach a layer. */
    Iterable<Integer> lanes(int layer) {
        return rows.get(layer).keySet();
    }

    List<Option> options(int layer, int lanes) {
        return rows.get(layer).get(lanes);
    }

    LayerDesign design(int layer, Folding folding, int lanes) {
        return hardware.get(layer).design(folding, List.of(lanes));
    }

    QuantizedNetwork network() {
        return network;
    }

    /** Interval of the slowest process at the two ends, which no folding changes. */
    long portCycles() {
        return Math.max(
                PortProcesses.pixels(network).intervalCycles(),
                PortProcesses.logits(network, PortProcesses.LANES).stream()
                        .mapToLong(ProcessDraft::intervalCycles)
                        .max()
                        .orElseThrow());
    }

    private static Option option(Folding folding, LayerDesign design) {
        List<ProcessDraft> processes = design.processes();
        return new Option(
                folding,
                design.outLanes(),
                design.multipliers(),
                processes.stream().mapToLong(ProcessDraft::intervalCycles).max().orElseThrow(),
                processes.stream().mapToLong(ProcessDraft::trips).sum(),
                design.resources());
    }
}
