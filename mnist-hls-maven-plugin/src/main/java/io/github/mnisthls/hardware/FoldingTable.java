/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each layer costs with each of its foldings. A layer's processes depend on the layers before it only through the
 * number of lanes that reach it, so that the table has a row for each such number and not for each combination.
 */
final class FoldingTable {
    /**
     * A layer with a folding.
     *
     * @param outLanes       lanes of the words that it sends
     * @param intervalCycles of its slowest process
     * @param resources      estimated
     */
    record Option(Folding folding, int outLanes, Expense expense, long intervalCycles, Resources resources) {
        long multipliers() {
            return expense.multipliers();
        }
    }

    private final QuantizedNetwork network;
    private final List<LayerHardware> hardware;
    private final PixelPort port;
    private final List<List<Folding>> foldings;
    private final List<TreeSet<Integer>> lanesOfValues = new ArrayList<>();
    private final List<Map<List<Integer>, List<Option>>> rows = new ArrayList<>();

    FoldingTable(QuantizedNetwork network, List<LayerHardware> hardware, List<List<Folding>> foldings, PixelPort port) {
        this.network = network;
        this.port = port;
        this.hardware = hardware;
        this.foldings = foldings;
        lanesOfValues.add(new TreeSet<>(List.of(port.lanes())));
        for (int layer = 0; layer < hardware.size(); layer++) {
            Map<List<Integer>, List<Option>> row = new LinkedHashMap<>();
            TreeSet<Integer> sent = new TreeSet<>();
            for (List<Integer> lanes : reaching(layer)) {
                List<Option> options = optionsOf(layer, lanes);
                options.forEach(option -> sent.add(option.outLanes()));
                row.put(lanes, options);
            }
            rows.add(row);
            lanesOfValues.add(sent);
        }
    }

    int layers() {
        return rows.size();
    }

    /** Numbers of lanes that can reach a layer, by input: all combinations. */
    Iterable<List<Integer>> lanes(int layer) {
        return rows.get(layer).keySet();
    }

    List<Option> options(int layer, List<Integer> lanes) {
        return rows.get(layer).get(lanes);
    }

    /** Of all lanes that can reach a layer. */
    Stream<Option> options(int layer) {
        return rows.get(layer).values().stream().flatMap(List::stream);
    }

    /** Numbers of lanes that a value can have. */
    int variants(int value) {
        return lanesOfValues.get(value).size();
    }

    LayerDesign design(int layer, Folding folding, List<Integer> lanes) {
        return hardware.get(layer).design(folding, lanes);
    }

    QuantizedNetwork network() {
        return network;
    }

    PixelPort port() {
        return port;
    }

    /** Whether each layer takes only what the one before it gives. */
    boolean isChain() {
        return IntStream.range(0, layers())
                .allMatch(layer -> network.nodes().get(layer).inputs().equals(List.of(layer)));
    }

    /** Interval of the slowest process at the two ends, which no folding changes. */
    long portCycles() {
        return Stream.concat(Stream.of(port.process()), PortProcesses.logits(network, PortProcesses.LANES).stream())
                .mapToLong(ProcessDraft::intervalCycles)
                .max()
                .orElseThrow();
    }

    private List<List<Integer>> reaching(int layer) {
        List<List<Integer>> all = List.of(List.of());
        for (int value : network.nodes().get(layer).inputs()) {
            all = all.stream()
                    .flatMap(lanes -> lanesOfValues.get(value).stream()
                            .map(more -> Stream.concat(lanes.stream(), Stream.of(more))
                                    .toList()))
                    .toList();
        }
        return all;
    }

    private List<Option> optionsOf(int layer, List<Integer> lanes) {
        return foldings.get(layer).stream()
                .map(folding -> option(folding, design(layer, folding, lanes)))
                .toList();
    }

    private static Option option(Folding folding, LayerDesign design) {
        List<ProcessDraft> processes = design.processes();
        long graphBits =
                design.adders().stream().mapToLong(AdderGraph::adderBits).sum();
        return new Option(
                folding,
                design.outLanes(),
                new Expense(
                        design.multipliers(),
                        (folding.windows() - 1) * graphBits,
                        processes.stream().mapToLong(ProcessDraft::trips).sum()),
                processes.stream().mapToLong(ProcessDraft::intervalCycles).max().orElseThrow(),
                design.resources());
    }
}
