/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * When the words of the first image leave a process if no FIFO is ever full: what {@link DataflowSimulation} finds cycle
 * by cycle, worked out from process to process.
 */
final class Arrivals {
    /** Long before anything happens, with room for sums. */
    static final long EVER_BEFORE = -(1L << 40);

    /** A process and what it does. */
    record Step(ProcessDraft process, Trace trace) {
        static Step of(ProcessDraft process) {
            return new Step(process, process.trace().get());
        }

        /** Trips that read a word; none of a process that reads no stream. */
        BitSet reads() {
            return trace.reads().isEmpty() ? new BitSet() : trace.reads().get(0);
        }

        BitSet writes() {
            return trace.writes().get(0);
        }
    }

    private final long[] words;

    private Arrivals(long[] words) {
        this.words = words;
    }

    /** When the pixels leave the first process. */
    static Arrivals ofPixels(Step first) {
        return new Arrivals(after(first, new long[0], 0));
    }

    /** So many words, all in cycle 0. */
    static Arrivals together(int words) {
        return new Arrivals(new long[words]);
    }

    /** So many words, the last in cycle 0, the others long before. */
    static Arrivals lastAlone(int words) {
        long[] arrivals = new long[words];
        Arrays.fill(arrivals, 0, words - 1, EVER_BEFORE);
        return new Arrivals(arrivals);
    }

    /**
     * When words leave a chain of processes that these reach.
     *
     * @param start the cycle before the processes start
     */
    Arrivals after(List<Step> chain, long start) {
        long[] arrivals = words;
        for (Step step : chain) {
            arrivals = after(step, arrivals, start);
        }
        return new Arrivals(arrivals);
    }

    /** The cycle in which the last of a chain of processes that these words reach has ended. */
    long end(List<Step> chain, long start) {
        Step last = chain.get(chain.size() - 1);
        long[] trips = trips(last, after(chain.subList(0, chain.size() - 1), start).words, start);
        return trips[trips.length - 1]
                + last.process().intervalCycles()
                - last.process().trips();
    }

    long first() {
        return words[0];
    }

    long last() {
        return words[words.length - 1];
    }

    /** Whether no word comes later than its counterpart. */
    boolean areNeverLaterThan(Arrivals others) {
        for (int word = 0; word < words.length; word++) {
            if (words[word] > others.words[word]) {
                return false;
            }
        }
        return true;
    }

    private static long[] after(Step step, long[] words, long start) {
        long[] trips = trips(step, words, start);
        int depth = step.process().pipelineDepth();
        int last = trips.length - 1;
        long[] leaving = new long[step.writes().cardinality()];
        int trip = step.writes().nextSetBit(0);
        for (int word = 0; word < leaving.length; word++) {
            // A process that waits for a word keeps those in its pipeline.
            int pushed = trip + depth;
            leaving[word] = pushed <= last ? trips[pushed] : trips[last] + pushed - last;
            trip = step.writes().nextSetBit(trip + 1);
        }
        return leaving;
    }

    /** The cycle of each trip; a word can be read in the cycle after the one in which it came. */
    private static long[] trips(Step step, long[] words, long start) {
        long[] trips = new long[step.trace().trips()];
        long before = start;
        BitSet reads = step.reads();
        int word = 0;
        for (int trip = 0; trip < trips.length; trip++) {
            before++;
            if (reads.get(trip)) {
                before = Math.max(before, words[word++] + 1);
            }
            trips[trip] = before;
        }
        return trips;
    }
}
