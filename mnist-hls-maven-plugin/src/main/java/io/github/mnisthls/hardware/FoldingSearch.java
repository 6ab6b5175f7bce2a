/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the best foldings. A layer's processes depend on the layers before it only through the number of lanes that
 * reach it, so a walk along the network that keeps the best choice for each number of lanes sees every combination.
 */
final class FoldingSearch {
    /**
     * A choice for the first layers.
     *
     * @param multipliers products per cycle: the fewest win
     * @param cycles      sum over all processes, which the latency follows: of equal multipliers the fewest win
     */
    record Choice(List<Folding> foldings, long multipliers, long cycles) {
        private static final Comparator<Choice> BEST_FIRST =
                Comparator.comparingLong(Choice::multipliers).thenComparingLong(Choice::cycles);

        Choice with(Folding folding, long addedMultipliers, long addedCycles) {
            List<Folding> longer = new ArrayList<>(foldings);
            longer.add(folding);
            return new Choice(longer, multipliers + addedMultipliers, cycles + addedCycles);
        }

        static Choice better(Choice a, Choice b) {
            return BEST_FIRST.compare(a, b) <= 0 ? a : b;
        }
    }

    /** What a layer costs with a folding, fed by a number of lanes. */
    private record Cost(int outLanes, long multipliers, long intervalCycles, long cycles) {}

    private final List<LayerShape> shapes;
    private final List<List<Folding>> options;
    private final long portCycles;
    private final List<Map<Integer, Map<Folding, Cost>>> costs = new ArrayList<>();

    FoldingSearch(QuantizedNetwork network, List<List<Folding>> options) {
        this.shapes = network.layers().stream().map(LayerShape::of).toList();
        this.options = options;
        List<DataflowProcess> ports = ProcessChain.of(network, List.of());
        this.portCycles =
                ports.stream().mapToLong(DataflowProcess::intervalCycles).max().orElseThrow();
        TreeSet<Integer> reached = new TreeSet<>(List.of(ProcessChain.PORT_LANES));
        for (int layer = 0; layer < shapes.size(); layer++) {
            Map<Integer, Map<Folding, Cost>> table = new TreeMap<>();
            TreeSet<Integer> next = new TreeSet<>();
            for (int lanes : reached) {
                Map<Folding, Cost> row = new HashMap<>();
                for (Folding folding : options.get(layer)) {
                    Cost cost = cost(layer, folding, lanes);
                    row.put(folding, cost);
                    next.add(cost.outLanes());
                }
                table.put(lanes, row);
            }
            costs.add(table);
            reached = next;
        }
    }

    /** All intervals that some plan can have, ascending. */
    List<Long> intervals() {
        TreeSet<Long> all = new TreeSet<>();
        all.add(portCycles);
        for (Map<Integer, Map<Folding, Cost>> table : costs) {
            for (Map<Folding, Cost> row : table.values()) {
                row.values().stream().map(Cost::intervalCycles).forEach(all::add);
            }
        }
        return List.copyOf(all.tailSet(portCycles));
    }

    /** The choice with the fewest multipliers whose interval is at most this long. */
    Optional<Choice> cheapest(long intervalCycles) {
        if (intervalCycles < portCycles) {
            return Optional.empty();
        }
        Map<Integer, Choice> best = new TreeMap<>();
        best.put(ProcessChain.PORT_LANES, new Choice(List.of(), 0, 0));
        for (int layer = 0; layer < shapes.size(); layer++) {
            Map<Integer, Choice> next = new TreeMap<>();
            for (Map.Entry<Integer, Choice> entry : best.entrySet()) {
                Map<Folding, Cost> row = costs.get(layer).get(entry.getKey());
                for (Folding folding : options.get(layer)) {
                    Cost cost = row.get(folding);
                    if (cost.intervalCycles() <= intervalCycles) {
                        Choice longer = entry.getValue().with(folding, cost.multipliers(), cost.cycles());
                        next.merge(cost.outLanes(), longer, Choice::better);
                    }
                }
            }
            best = next;
        }
        return best.values().stream().min(Choice.BEST_FIRST);
    }

    private Cost cost(int layer, Folding folding, int lanes) {
        LayerShape shape = shapes.get(layer);
        List<DataflowProcess> chain = ProcessChain.ofLayer(shape, layer, folding, lanes);
        return new Cost(
                ProcessChain.outLanes(shape, folding, lanes),
                shape.affine().isPresent() ? folding.multipliers() : 0,
                chain.stream().mapToLong(DataflowProcess::intervalCycles).max().orElseThrow(),
                chain.stream().mapToLong(DataflowProcess::cycles).sum());
    }
}
