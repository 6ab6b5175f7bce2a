/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why layers are made of what they are: what they would take, no slower, if they were made of something else. */
final class Reasons {
    private final FoldingTable table;
    private final Set<String> given;
    private final long intervalCycles;

    /**
     * Of a plan.
     *
     * @param given          layers whose foldings the user gives
     * @param intervalCycles that the plan takes
     */
    Reasons(FoldingTable table, Set<String> given, long intervalCycles) {
        this.table = table;
        this.given = given;
        this.intervalCycles = intervalCycles;
    }

    /** By layer; empty where nothing is multiplied. */
    List<String> of(List<Folding> chosen) {
        List<Integer> lanes = new ArrayList<>(List.of(table.port().lanes()));
        List<String> reasons = new ArrayList<>();
        for (int layer = 0; layer < chosen.size(); layer++) {
            List<Integer> inLanes = table.network().nodes().get(layer).inputs().stream()
                    .map(lanes::get)
                    .toList();
            reasons.add(reason(layer, chosen.get(layer), inLanes));
            lanes.add(table.design(layer, chosen.get(layer), inLanes).outLanes());
        }
        return reasons;
    }

    private String reason(int layer, Folding chosen, List<Integer> inLanes) {
        QuantizedLayer own = table.network().layers().get(layer);
        if (own.trained().isEmpty()) {
            return "";
        }
        if (given.contains(own.name())) {
            return "as <foldings> says";
        }
        if (table.goal() == PlanGoal.MULTIPLIERS) {
            return "multipliers alone are enough";
        }
        List<String> others = new ArrayList<>();
        for (Implementation other : Implementation.values()) {
            if (other != chosen.implementation()) {
                instead(layer, other, inLanes).ifPresent(others::add);
            }
        }
        return others.isEmpty()
                ? "nothing else is possible"
                : String.format(
                        Locale.ROOT,
                        "fewest lookup tables in all; instead, in %,d cycles: %s",
                        intervalCycles,
                        String.join("; ", others));
    }

    private Optional<String> instead(int layer, Implementation other, List<Integer> inLanes) {
        List<FoldingTable.Option> possible = table.options(layer, inLanes).stream()
                .filter(option -> option.folding().implementation() == other)
                .toList();
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        String name = other.label();
        return Optional.of(possible.stream()
                .filter(option -> option.intervalCycles() <= intervalCycles)
                .min(Comparator.comparingLong(
                        option -> option.load().resources().lut()))
                .map(option -> name + " " + (table.isGuessed(layer, option.folding()) ? "at least " : "")
                        + text(option.load().resources()))
                .orElse(name + " is too slow"));
    }

    private static String text(Resources taken) {
        String luts = String.format(Locale.ROOT, "%,d LUT", taken.lut());
        String slices = taken.dsp() == 0 ? "" : String.format(Locale.ROOT, ", %,d DSP", taken.dsp());
        return luts + slices + (taken.bram18() == 0 ? "" : ", " + taken.bram18() + " BRAM18");
    }
}
