/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.ArrayList;
import java.util.List;

/** When a process of a run stands still, up to some cycle. Cycles count from 1. */
final class Standstills {
    private static final int PERCENT = 100;

    private final long end;
    private final long[] waiting = new long[Dataflow.PARTS];
    private final long[] blocked = new long[Dataflow.PARTS];

    /** @param end the last cycle that is looked at */
    Standstills(long end) {
        this.end = end;
    }

    /** It lacks a word, from a cycle to before another one. */
    void waits(long from, long until) {
        add(waiting, from, until);
    }

    /** It finds a FIFO full. */
    void isBlocked(long from, long until) {
        add(blocked, from, until);
    }

    Dataflow.Activity activity() {
        return new Dataflow.Activity(sum(waiting), sum(blocked), percent(waiting), percent(blocked));
    }

    private void add(long[] parts, long from, long until) {
        long last = Math.min(until - 1, end);
        for (long cycle = from - 1; cycle < last; ) {
            int part = Math.toIntExact(cycle * Dataflow.PARTS / end);
            long next = Math.max(cycle + 1, Math.min(last, start(part + 1)));
            parts[part] += next - cycle;
            cycle = next;
        }
    }

    /** The first cycle of a part, counted from 0: the smallest one whose share of the whole is not that of the part before. */
    private long start(int part) {
        return (part * end + Dataflow.PARTS - 1) / Dataflow.PARTS;
    }

    private List<Integer> percent(long[] parts) {
        List<Integer> percent = new ArrayList<>();
        for (int part = 0; part < parts.length; part++) {
            long length = Math.max(1, start(part + 1) - start(part));
            percent.add(Math.toIntExact(parts[part] * PERCENT / length));
        }
        return percent;
    }

    private static long sum(long[] parts) {
        long sum = 0;
        for (long cycles : parts) {
            sum += cycles;
        }
        return sum;
    }
}
