/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.result;

import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.ParetoFront;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All rows of an exploration, and what follows from them.
 *
 * @param title       of the networks
 * @param rows        by the points' numbers
 * @param objectives  at least one, the most important one first
 * @param constraints that wanted points keep
 * @param front       the points that keep the constraints and that none of these beats
 */
public record Results(
        String title, List<Row> rows, List<Objective> objectives, Constraints constraints, List<Row> front) {
    public Results {
        rows = List.copyOf(rows);
        objectives = List.copyOf(objectives);
        front = List.copyOf(front);
    }

    /** What follows from these rows. */
    public static Results of(String title, List<Row> rows, List<Objective> objectives, Constraints constraints) {
        List<Row> wanted = rows.stream().filter(row -> keeps(row, constraints)).toList();
        return new Results(
                title,
                rows,
                objectives,
                constraints,
                ParetoFront.of(wanted, row -> row.figures().orElseThrow(), objectives));
    }

    /** The front, best ones first: the first objective decides. */
    public List<Row> frontInOrder() {
        return front.stream()
                .sorted(Comparator.comparingDouble(row -> objectives.get(0).cost(figures(row))))
                .toList();
    }

    /** The numbers of the points of the front. */
    Set<Integer> numbersOfFront() {
        Set<Integer> numbers = new HashSet<>();
        front.forEach(row -> numbers.add(row.point().number()));
        return numbers;
    }

    /** Whether a point is done and keeps the constraints. */
    boolean isWanted(Row row) {
        return keeps(row, constraints);
    }

    private static boolean keeps(Row row, Constraints constraints) {
        return row.status() == Row.Status.DONE
                && row.figures().filter(constraints::allow).isPresent();
    }

    /** The best point of the front: the first objective decides, among equals the next one, at last the number. */
    public Optional<Row> best() {
        Comparator<Row> order = Comparator.comparing(row -> 0);
        for (Objective objective : objectives) {
            order = order.thenComparingDouble(row -> objective.cost(figures(row)));
        }
        return front.stream().min(order.thenComparingInt(row -> row.point().number()));
    }

    private static Figures figures(Row row) {
        return row.figures().orElseThrow();
    }

    /** How many points are that far. */
    public long count(Row.Status status) {
        return rows.stream().filter(row -> row.status() == status).count();
    }
}
