/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Figures;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.ParetoFront;
import io.github.mnisthls.explore.space.Space;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
    private static final List<Objective> OBJECTIVES = List.of(Objective.ACCURACY, Objective.LUT);

    /** 2 seeds, 16 precisions, 2 parts, 16 targets. */
    private final Space space = TinySpaces.space(
            IntStream.range(1, 17).mapToObj(bits -> "auto:" + bits).toList(),
            IntStream.range(1, 17).mapToObj(most -> "maxMultipliers=" + most).toList());

    @ParameterizedTest
    @EnumSource(SearchKind.class)
    void theSameSeedLooksAtTheSamePoints(SearchKind kind) {
        List<Row> rows = explore(kind, 120, 3);

        assertThat(rows).hasSize(120).isEqualTo(explore(kind, 120, 3));
        assertThat(new HashSet<>(numbers(rows))).hasSize(120);
        assertThat(numbers(explore(kind, 0, 3)).stream().sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, space.size()).boxed().toList());
    }

    @Test
    void seedsDiffer() {
        assertThat(numbers(explore(SearchKind.RANDOM, 120, 3)))
                .isNotEqualTo(numbers(explore(SearchKind.RANDOM, 120, 4)));
        assertThat(numbers(explore(SearchKind.PARETO, 120, 3)))
                .isNotEqualTo(numbers(explore(SearchKind.PARETO, 120, 4)));
    }

    @Test
    void learningFindsMoreOfTheFrontThanChance() {
        Set<Integer> front = new HashSet<>(numbers(front(explore(SearchKind.GRID, 0, 1))));
        int learned = 0;
        int drawn = 0;
        for (long seed = 1; seed <= 5; seed++) {
            learned += found(front, explore(SearchKind.PARETO, 128, seed));
            drawn += found(front, explore(SearchKind.RANDOM, 128, seed));
        }

        assertThat(front).hasSizeGreaterThan(10);
        assertThat(learned).isGreaterThan(2 * drawn);
    }

    private static int found(Set<Integer> front, List<Row> rows) {
        return (int) numbers(rows).stream().filter(front::contains).count();
    }

    private static List<Row> front(List<Row> rows) {
        return ParetoFront.of(rows, row -> row.figures().orElseThrow(), OBJECTIVES);
    }

    private static List<Integer> numbers(List<Row> rows) {
        return rows.stream().map(row -> row.point().number()).toList();
    }

    private List<Row> explore(SearchKind kind, int points, long seed) {
        Search search = kind.of(space, points, seed, 1, OBJECTIVES, Constraints.NONE);
        List<Row> rows = new ArrayList<>();
        for (List<Integer> next = search.next(rows); !next.isEmpty(); next = search.next(rows)) {
            next.forEach(number -> rows.add(row(number)));
        }
        return rows;
    }

    /** More bits are better and dearer; seed, part and target only make it worse. */
    private Row row(int number) {
        int[] at = space.places(number);
        double accuracy = 1 - 1.0 / (2 + at[2]) - 0.001 * at[1];
        long lut = 100L * (at[2] + 1) + 40L * at[5] + 17L * Math.abs(at[7] - 5);
        return Row.done(
                space.point(number),
                "",
                new Figures(accuracy, 1, 1, 1, 1, lut, 1, 1, 1, 1),
                new Row.Details(1, 0, OptionalInt.empty(), true, List.of(), Optional.empty()));
    }
}
