/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;

/**
 * What the processes of a plan do while the first two of many images go through, one right behind the other.
 *
 * @param ends      cycles in which the last logits of the two images leave; the second one ends the time that is looked at
 * @param processes in the order of the plan's
 * @param fills     by stream, the most words that it holds
 */
public record Dataflow(List<Long> ends, List<Activity> processes, List<Integer> fills) {
    /** In how many parts of equal length the time is looked at. */
    public static final int PARTS = 160;

    public Dataflow {
        ends = List.copyOf(ends);
        processes = List.copyOf(processes);
        fills = List.copyOf(fills);
    }

    /** How long is looked at. */
    public long cycles() {
        return ends.get(ends.size() - 1);
    }

    /**
     * A process.
     *
     * @param waiting      cycles in which it lacks a word that it wants to read
     * @param blocked      cycles in which it has all words, but a FIFO that it wants to write is full
     * @param waitingParts the first by part of the time, in percent of the part
     * @param blockedParts the second by part of the time, in percent of the part
     */
    public record Activity(long waiting, long blocked, List<Integer> waitingParts, List<Integer> blockedParts) {
        public Activity {
            waitingParts = List.copyOf(waitingParts);
            blockedParts = List.copyOf(blockedParts);
        }
    }
}
