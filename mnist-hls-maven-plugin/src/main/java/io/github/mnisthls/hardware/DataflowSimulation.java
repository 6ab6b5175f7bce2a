/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;

/**
 * Runs a chain of processes cycle by cycle. A process starts one trip per cycle; it waits as a whole, pipeline included,
 * while a word that it reads is missing or a word that it writes finds its FIFO full. The source always has a pixel, the
 * sink always takes a logit.
 */
final class DataflowSimulation {
    /**
     * Timing of a run.
     *
     * @param latency  cycles from the start to the end of the first image
     * @param interval cycles between the ends of the last two images
     */
    record Result(long latency, long interval) {}

    private static final int RESTART_CYCLES = 2;

    private final Trace[] traces;
    private final boolean[][] inFlight;
    private final int[] head;
    private final int[] trip;
    private final int[] image;
    private final int[] capacity;
    private final int[] filled;

    /** @param depths of the FIFOs between the processes, in words */
    DataflowSimulation(List<DataflowProcess> processes, List<Trace> traces, int[] depths) {
        int count = processes.size();
        this.traces = traces.toArray(new Trace[0]);
        this.inFlight = new boolean[count][];
        for (int i = 0; i < count; i++) {
            inFlight[i] = new boolean[processes.get(i).pipelineDepth()];
        }
        this.head = new int[count];
        this.trip = new int[count];
        this.image = new int[count];
        this.capacity = depths.clone();
        this.filled = new int[count - 1];
    }

    /**
     * Runs this many images, at least two.
     *
     * @throws IllegalStateException if no process can move any more
     */
    Result run(int images) {
        int last = traces.length - 1;
        long[] finished = new long[images];
        for (long cycle = 1; image[last] < images; cycle++) {
            boolean moved = false;
            int before = image[last];
            // From the end of the chain to its start: a word that leaves makes room in the same cycle.
            for (int i = last; i >= 0; i--) {
                moved |= image[i] < images && step(i);
            }
            if (!moved) {
                throw new IllegalStateException("the dataflow stands still at cycle " + cycle);
            }
            if (image[last] > before) {
                finished[before] = cycle;
            }
        }
        return new Result(finished[0], finished[images - 1] - finished[images - 2]);
    }

    private boolean step(int i) {
        Trace trace = traces[i];
        boolean[] pipeline = inFlight[i];
        boolean arrives = pipeline[head[i]];
        boolean starts = trip[i] < trace.trips();
        boolean reads = starts && trace.reads().get(trip[i]);
        if (arrives && i < filled.length && filled[i] >= capacity[i]) {
            return false;
        }
        if (reads && i > 0 && filled[i - 1] == 0) {
            return false;
        }
        if (arrives && i < filled.length) {
            filled[i]++;
        }
        if (reads && i > 0) {
            filled[i - 1]--;
        }
        pipeline[head[i]] = starts && trace.writes().get(trip[i]);
        head[i] = head[i] + 1 == pipeline.length ? 0 : head[i] + 1;
        trip[i]++;
        if (trip[i] == trace.trips() + pipeline.length + RESTART_CYCLES) {
            trip[i] = 0;
            image[i]++;
        }
        return true;
    }
}
