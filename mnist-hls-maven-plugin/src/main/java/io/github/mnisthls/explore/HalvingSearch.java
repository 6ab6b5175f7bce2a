/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.space.Alternative;
import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.ParetoFront;
import io.github.mnisthls.explore.space.Point;
import io.github.mnisthls.training.FinetuneMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Successive halving: all networks that are fine-tuned get a few epochs, the best third of them three times as many, and so on
 * up to all epochs. A network stays as long as one of its designs is near enough to the front.
 */
final class HalvingSearch implements Search {
    /** One of so many stays, with so many times as many epochs. */
    private static final int SHARE = 3;

    private static final int MOST_ROUNDS = 3;

    private final List<Integer> numbers;
    private final List<Integer> rounds;
    private final List<Objective> objectives;
    private final Constraints constraints;
    private int round;

    /** What is fine-tuned once for many points. */
    private record Finetuned(Alternative network, long seed, String precision, FinetuneMode mode) {
        static Finetuned of(Row row) {
            Point point = row.point();
            return new Finetuned(point.network(), point.seed(), point.precision(), point.finetune());
        }
    }

    /**
     * A search that begins.
     *
     * @param numbers of the points, in ascending order
     * @param epochs  of fine-tuning
     */
    HalvingSearch(List<Integer> numbers, int epochs, List<Objective> objectives, Constraints constraints) {
        this.numbers = List.copyOf(numbers);
        this.rounds = rounds(epochs);
        this.objectives = objectives;
        // More epochs may reach the accuracy; they change nothing of the hardware.
        this.constraints = constraints.ofHardware();
    }

    /** Such as 2, 4 and 10 epochs. */
    private static List<Integer> rounds(int epochs) {
        Set<Integer> rounds = new TreeSet<>();
        int share = epochs;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            rounds.add(share);
            share = (share + SHARE - 1) / SHARE;
        }
        return List.copyOf(rounds);
    }

    @Override
    public List<Integer> next(List<Row> rows) {
        if (round == rounds.size()) {
            return List.of();
        }
        round++;
        return round == 1 ? numbers : numbersOf(kept(rows), rows);
    }

    @Override
    public OptionalInt finetuneEpochs() {
        return OptionalInt.of(rounds.get(Math.max(round, 1) - 1));
    }

    /** The networks whose designs come first, front after front; among those of a front the more accurate one. */
    private Set<Finetuned> kept(List<Row> rows) {
        int epochs = rounds.get(round - 2);
        List<Row> left = new ArrayList<>(rows.stream()
                .filter(row -> row.figures().filter(constraints::allow).isPresent())
                .toList());
        Set<Finetuned> all = new LinkedHashSet<>();
        left.stream().filter(row -> isOfRound(row, epochs)).map(Finetuned::of).forEach(all::add);
        int count = (all.size() + SHARE - 1) / SHARE;
        Set<Finetuned> kept = new LinkedHashSet<>();
        while (kept.size() < count) {
            List<Row> front = ParetoFront.of(left, row -> row.figures().orElseThrow(), objectives);
            front.stream()
                    .filter(row -> isOfRound(row, epochs))
                    .sorted(Comparator.comparingDouble(
                            row -> -row.figures().orElseThrow().accuracy()))
                    .map(Finetuned::of)
                    .distinct()
                    .filter(network -> !kept.contains(network))
                    .limit(count - kept.size())
                    .forEach(kept::add);
            left.removeAll(front);
        }
        return kept;
    }

    private static boolean isOfRound(Row row, int epochs) {
        return row.status() == Row.Status.DROPPED && row.finetuneEpochs().equals(OptionalInt.of(epochs));
    }

    private static List<Integer> numbersOf(Set<Finetuned> kept, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.status() == Row.Status.DROPPED && kept.contains(Finetuned.of(row)))
                .map(row -> row.point().number())
                .sorted()
                .toList();
    }
}
