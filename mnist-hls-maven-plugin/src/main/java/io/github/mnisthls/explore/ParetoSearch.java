/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.ParetoFront;
import io.github.mnisthls.explore.space.Space;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns from what it has seen: after points that are drawn it looks at the neighbors of the front, those that differ in one
 * setting, round after round. Each round's points follow from the results of those before it, not from who was done first.
 */
final class ParetoSearch implements Search {
    private static final long PURPOSE = 0x9a;
    /** One point of so many is drawn before the first round. */
    private static final int DRAWN_SHARE = 4;

    private static final int ROUNDS = 8;
    private static final int FEWEST = 8;

    private final Space space;
    private final int most;
    private final long seed;
    private final List<Objective> objectives;
    private final Constraints constraints;
    private int round;

    ParetoSearch(Space space, int most, long seed, List<Objective> objectives, Constraints constraints) {
        this.space = space;
        this.most = most;
        this.seed = seed;
        this.objectives = objectives;
        this.constraints = constraints;
    }

    @Override
    public List<Integer> next(List<Row> rows) {
        if (rows.size() >= most) {
            return List.of();
        }
        round++;
        if (rows.isEmpty()) {
            return DrawnSearch.drawn(space.size(), Math.min(most, Math.max(FEWEST, most / DRAWN_SHARE)), seed);
        }
        Set<Integer> seen =
                rows.stream().map(row -> row.point().number()).collect(Collectors.toCollection(HashSet::new));
        int batch = Math.min(most - seen.size(), Math.max(FEWEST, most / ROUNDS));
        List<Integer> neighbors = drawn(unseenNeighbors(rows, seen), batch);
        return neighbors.isEmpty() ? drawn(others(seen), batch) : neighbors;
    }

    private List<Integer> unseenNeighbors(List<Row> rows, Set<Integer> seen) {
        List<Row> done = rows.stream().filter(row -> row.figures().isPresent()).toList();
        List<Row> wanted = done.stream()
                .filter(row -> constraints.allow(row.figures().orElseThrow()))
                .toList();
        TreeSet<Integer> neighbors = new TreeSet<>();
        // As long as nothing keeps the constraints, the way there leads along the front of all.
        ParetoFront.of(wanted.isEmpty() ? done : wanted, row -> row.figures().orElseThrow(), objectives)
                .forEach(row -> neighbors.addAll(neighbors(row.point().number())));
        neighbors.removeAll(seen);
        return List.copyOf(neighbors);
    }

    private List<Integer> neighbors(int number) {
        int[] at = space.places(number);
        int[] extents = space.extents();
        return IntStream.range(0, at.length)
                .boxed()
                .flatMap(axis -> IntStream.range(0, extents[axis])
                        .filter(place -> place != at[axis])
                        .mapToObj(place -> moved(at, axis, place)))
                .toList();
    }

    private int moved(int[] at, int axis, int place) {
        int[] other = at.clone();
        other[axis] = place;
        return space.number(other);
    }

    private List<Integer> others(Set<Integer> seen) {
        return IntStream.rangeClosed(1, space.size())
                .boxed()
                .filter(number -> !seen.contains(number))
                .toList();
    }

    private List<Integer> drawn(List<Integer> from, int count) {
        int[] order = new SeededRandom(PURPOSE, seed, round).permutation(from.size());
        Stream<Integer> chosen = IntStream.of(order).limit(count).mapToObj(from::get);
        return chosen.sorted().toList();
    }
}
