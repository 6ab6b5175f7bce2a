/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The smallest FIFO depths, as powers of two, with which the dataflow is as fast as with endless FIFOs: same interval,
 * same latency.
 */
final class FifoDepths {
    static final int SMALLEST = 2;
    private static final int IMAGES = 4;

    private final List<DataflowProcess> processes;
    private final List<Trace> traces;

    FifoDepths(List<DataflowProcess> processes, List<Trace> traces) {
        this.processes = processes;
        this.traces = traces;
    }

    /**
     * One depth per pair of neighbors.
     *
     * @param wordBits of each FIFO: where the place of a buffer can be chosen it goes where words are narrow
     */
    int[] smallest(int[] wordBits) {
        int[] depths = new int[processes.size() - 1];
        DataflowSimulation.Result goal = endless();
        Arrays.fill(depths, SMALLEST);
        if (reaches(goal, depths)) {
            return depths;
        }
        for (int i = 0; i < depths.length; i++) {
            depths[i] = atLeast(traces.get(i).writes().cardinality());
        }
        int[] widestFirst = IntStream.range(0, depths.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -wordBits[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : widestFirst) {
            int enough = depths[i];
            for (depths[i] = SMALLEST; depths[i] < enough && !reaches(goal, depths); ) {
                depths[i] *= 2;
            }
        }
        return depths;
    }

    /** With FIFOs that are never full. */
    DataflowSimulation.Result endless() {
        int[] depths = new int[processes.size() - 1];
        Arrays.fill(depths, Integer.MAX_VALUE);
        return measure(depths);
    }

    DataflowSimulation.Result measure(int[] depths) {
        return new DataflowSimulation(processes, traces, depths).run(IMAGES);
    }

    private boolean reaches(DataflowSimulation.Result goal, int[] depths) {
        DataflowSimulation.Result result = measure(depths);
        return result.interval() <= goal.interval() && result.latency() <= goal.latency();
    }

    private static int atLeast(int words) {
        return Math.max(SMALLEST, Integer.highestOneBit(Math.max(words, 1) * 2 - 1));
    }
}
