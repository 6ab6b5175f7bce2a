/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairQueueTest {
    private static final int STEPS = 20_000;

    private record Entry(long pair, int count, double score) {}

    /** Scores repeat often, so that pairs decide. */
    @Test
    void ordersAsTheQueueOfTheLibrary() {
        PriorityQueue<Entry> expected = new PriorityQueue<>(
                Comparator.comparingDouble(Entry::score).reversed().thenComparingLong(Entry::pair));
        PairQueue queue = new PairQueue();
        Random random = new Random(7);
        for (int step = 0; step < STEPS || !expected.isEmpty(); step++) {
            if (step < STEPS && random.nextInt(3) > 0) {
                Entry entry = new Entry(step * 31L % 10_007, step, random.nextInt(20) / 2.0);
                expected.add(entry);
                queue.add(entry.pair(), entry.count(), entry.score());
            } else if (!expected.isEmpty()) {
                Entry first = expected.remove();
                assertThat(queue.pair()).isEqualTo(first.pair());
                assertThat(queue.isEmpty()).isFalse();
                queue.remove();
            }
        }
        assertThat(queue.isEmpty()).isTrue();
    }
}
