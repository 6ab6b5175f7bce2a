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

    private final QuantizedNetwork network;
    private final List<LayerShape> shapes;
    private final List<Map<Integer, List<Option>>> rows = new ArrayList<>();
    private final long portCycles;

    FoldingTable(QuantizedNetwork network, List<List<Folding>> foldings, DspSlice slice) {
        this.network = network;
        this.shapes = network.layers().stream().map(LayerShape::of).toList();
        this.portCycles = ProcessChain.of(network, List.of()).stream()
                .mapToLong(DataflowProcess::intervalCycles)
                .max()
                .orElseThrow();
        TreeSet<Integer> reached = new TreeSet<>(List.of(ProcessChain.PORT_LANES));
        for (int layer = 0; layer < shapes.size(); layer++) {
            Map<Integer, List<Option>> row = new TreeMap<>();
            TreeSet<Integer> next = new TreeSet<>();
            for (int lanes : reached) {
                List<Option> options = new ArrayList<>();
                for (Folding folding : foldings.get(layer)) {
                    options.add(option(layer, folding, lanes, slice));
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

    LayerShape shape(int layer) {
        return shapes.get(layer);
    }

    QuantizedNetwork network() {
        return network;
    }

    /** Interval of the slowest process at the two ends, which no folding changes. */
    long portCycles() {
        return portCycles;
    }

    private Option option(int layer, Folding folding, int lanes, DspSlice slice) {
        LayerShape shape = shapes.get(layer);
        List<DataflowProcess> chain = ProcessChain.ofLayer(shape, layer, folding, lanes);
        return new Option(
                folding,
                ProcessChain.outLanes(shape, folding, lanes),
                shape.affine().isPresent() ? folding.multipliers() : 0,
                chain.stream().mapToLong(DataflowProcess::intervalCycles).max().orElseThrow(),
                chain.stream().mapToLong(DataflowProcess::cycles).sum(),
                ResourceModel.ofLayer(shape, folding, lanes, slice));
    }
}
