/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What one process does in each trip of its loop, for one image.
 *
 * @param reads  by input, the trips that read a word
 * @param writes by output, the trips that write a word
 */
record Trace(int trips, List<BitSet> reads, List<BitSet> writes) {
    Trace {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** Of one input and one output. */
    static Trace of(long trips, IntPredicate reads, IntPredicate writes) {
        int count = Math.toIntExact(trips);
        return new Trace(count, List.of(bits(count, reads)), List.of(bits(count, writes)));
    }

    /** Of a process that only sends. */
    static Trace source(int trips, IntPredicate writes) {
        return new Trace(trips, List.of(), List.of(bits(trips, writes)));
    }

    /** Of a process that only takes. */
    static Trace sink(long trips, IntPredicate reads) {
        int count = Math.toIntExact(trips);
        return new Trace(count, List.of(bits(count, reads)), List.of());
    }

    /** Of two inputs and one output that is written in every trip. */
    static Trace join(long trips, IntPredicate left, IntPredicate right) {
        int count = Math.toIntExact(trips);
        return new Trace(count, List.of(bits(count, left), bits(count, right)), List.of(bits(count, trip -> true)));
    }

    static BitSet bits(int trips, IntPredicate chosen) {
        BitSet bits = new BitSet(trips);
        for (int trip = 0; trip < trips; trip++) {
            bits.set(trip, chosen.test(trip));
        }
        return bits;
    }
}
