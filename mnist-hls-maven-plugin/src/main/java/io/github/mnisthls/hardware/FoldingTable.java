/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
     * @param load           estimated, with the FIFOs that it fills
     */
    record Option(Folding folding, int outLanes, Expense expense, long intervalCycles, Load load) {
        /** Whether a plan with the other one in its place is as good, whatever else it has. */
        boolean isNoBetterThan(Option other) {
            return other.outLanes == outLanes
                    && other.expense.compareTo(expense) <= 0
                    && other.intervalCycles <= intervalCycles
                    && other.load.fits(load);
        }
    }

    private final QuantizedNetwork network;
    private final List<LayerHardware> hardware;
    private final PixelPort port;
    private final List<List<Folding>> foldings;
    private final PlanGoal goal;
    /** By layer, foldings that may take more than the table says. */
    private final List<Set<Folding>> guessed = new ArrayList<>();

    private long refinements;
    private final List<TreeSet<Integer>> lanesOfValues = new ArrayList<>();
    private final List<Map<List<Integer>, List<Option>>> rows = new ArrayList<>();

    /**
     * A table.
     *
     * @param foldings that each layer may have
     */
    FoldingTable(
            QuantizedNetwork network,
            List<LayerHardware> hardware,
            List<List<Folding>> foldings,
            PixelPort port,
            PlanGoal goal) {
        this.goal = goal;
        this.network = network;
        this.port = port;
        this.hardware = hardware;
        this.foldings = foldings;
        lanesOfValues.add(new TreeSet<>(List.of(port.lanes())));
        for (int layer = 0; layer < hardware.size(); layer++) {
            guessed.add(guessed(layer));
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
    Set<List<Integer>> lanes(int layer) {
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

    /** What is known of a layer, which may be less than it takes. */
    LayerDesign design(int layer, Folding folding, List<Integer> lanes) {
        return hardware.get(layer).atLeast(folding, lanes);
    }

    /** Finds out all about layers with these foldings; whether that changes the table. */
    boolean refine(List<Folding> chosen) {
        boolean isChanged = false;
        for (int layer = 0; layer < chosen.size(); layer++) {
            LayerHardware own = hardware.get(layer);
            if (guessed.get(layer).contains(chosen.get(layer))) {
                Map<List<Integer>, List<Option>> row = rows.get(layer);
                own.design(chosen.get(layer), row.keySet().iterator().next());
                guessed.set(layer, guessed(layer));
                for (Map.Entry<List<Integer>, List<Option>> options : row.entrySet()) {
                    options.setValue(optionsOf(layer, options.getKey()));
                }
                isChanged = true;
                refinements++;
            }
        }
        return isChanged;
    }

    private Set<Folding> guessed(int layer) {
        return foldings.get(layer).stream()
                .filter(folding -> !hardware.get(layer).isKnown(folding))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a layer may take more than the table says. */
    boolean isGuessed(int layer, Folding folding) {
        return guessed.get(layer).contains(folding);
    }

    /** How often that changed the table. */
    long refinements() {
        return refinements;
    }

    QuantizedNetwork network() {
        return network;
    }

    PixelPort port() {
        return port;
    }

    PlanGoal goal() {
        return goal;
    }

    /** Of the two ends, which no folding changes. */
    Load ends() {
        List<ProcessDraft> ofImage = Copies.of(network, 0, Optional.empty(), port.lanes());
        List<ProcessDraft> logits = PortProcesses.logits(network, PortProcesses.LANES);
        Resources processes = Stream.of(Stream.of(port.process()), ofImage.stream(), logits.stream())
                .flatMap(ends -> ends)
                .map(ProcessDraft::cost)
                .reduce(Resources.NONE, Resources::plus);
        Resources fifos = FifoCosts.of(network, List.of(port.process()), ofImage)
                .plus(FifoCosts.of(network, logits.subList(0, logits.size() - 1), List.of()));
        return new Load(processes.plus(fifos), 0);
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

    private Option option(Folding folding, LayerDesign design) {
        List<ProcessDraft> processes = design.processes();
        Load load = new Load(design.resources().plus(FifoCosts.of(network, design)), design.multipliers());
        return new Option(
                folding,
                design.outLanes(),
                new Expense(
                        goal.cost(load),
                        processes.stream().mapToLong(ProcessDraft::trips).sum(),
                        load.resources().lut()),
                processes.stream().mapToLong(ProcessDraft::intervalCycles).max().orElseThrow(),
                load);
    }
}
