/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.explore.result.Row;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Points that are known before the first one is looked at. */
record DrawnSearch(List<Integer> numbers) implements Search {
    private static final long PURPOSE = 0xe8;

    DrawnSearch {
        numbers = List.copyOf(numbers);
    }

    /** So many numbers at equal distances. */
    static List<Integer> spread(int size, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (int) ((long) i * size / count) + 1)
                .toList();
    }

    /** So many different numbers, drawn by the seed, in ascending order. */
    static List<Integer> drawn(int size, int count, long seed) {
        int[] order = new SeededRandom(PURPOSE, seed).permutation(size);
        return Arrays.stream(order).limit(count).sorted().mapToObj(i -> i + 1).toList();
    }

    @Override
    public List<Integer> next(List<Row> rows) {
        return rows.isEmpty() ? numbers : List.of();
    }
}
