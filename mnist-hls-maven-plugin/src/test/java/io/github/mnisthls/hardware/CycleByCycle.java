/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The simulation as its words say it: every process in every cycle. */
final class CycleByCycle {
    private final ProcessGraph graph;
    private final List<Trace> traces;
    private final boolean[][][] inFlight;
    private final int[] trip;
    private final int[] image;
    private final int[] capacity;
    private final int[] filled;
    private final int[] fullest;
    private final long[] waiting;
    private final long[] blocked;
    private boolean watched = true;

    private CycleByCycle(ProcessGraph graph, int[] depths) {
        int count = graph.drafts().size();
        this.graph = graph;
        this.traces = graph.drafts().stream().map(draft -> draft.trace().get()).toList();
        this.inFlight = IntStream.range(0, count)
                .mapToObj(i -> new boolean[graph.drafts().get(i).pipelineDepth()]
                        [traces.get(i).writes().size()])
                .toArray(boolean[][][]::new);
        this.trip = new int[count];
        this.image = new int[count];
        this.capacity = depths.clone();
        this.filled = new int[depths.length];
        this.fullest = new int[depths.length];
        this.waiting = new long[count];
        this.blocked = new long[count];
    }

    /** What the processes did up to the end of the second image, and the fills of the whole run. */
    record Watched(List<Long> waiting, List<Long> blocked, List<Integer> fullest) {}

    static Watched watch(ProcessGraph graph, int[] depths, int images) {
        CycleByCycle run = new CycleByCycle(graph, depths);
        run.run(images);
        return new Watched(
                Arrays.stream(run.waiting).boxed().toList(),
                Arrays.stream(run.blocked).boxed().toList(),
                Arrays.stream(run.fullest).boxed().toList());
    }

    /**
     * When the images end.
     *
     * @throws IllegalStateException if no process can move any more
     */
    static List<Long> run(ProcessGraph graph, int[] depths, int images) {
        return new CycleByCycle(graph, depths).run(images);
    }

    private List<Long> run(int images) {
        int last = traces.size() - 1;
        long[] finished = new long[images];
        for (long cycle = 1; image[last] < images; cycle++) {
            boolean moved = false;
            int before = image[last];
            // From the sinks to the sources: a word that leaves makes room in the same cycle.
            for (int i = last; i >= 0; i--) {
                moved |= image[i] < images && step(i);
            }
            Arrays.setAll(fullest, link -> Math.max(fullest[link], filled[link]));
            watched = image[last] < 2;
            if (!moved) {
                throw new IllegalStateException("the dataflow stands still at cycle " + cycle);
            }
            if (image[last] > before) {
                finished[before] = cycle;
            }
        }
        return Arrays.stream(finished).boxed().toList();
    }

    private boolean step(int i) {
        Trace trace = traces.get(i);
        int depth = inFlight[i].length;
        boolean[] slot = inFlight[i][trip[i] % depth];
        boolean starts = trip[i] < trace.trips();
        boolean lands = trip[i] >= depth && trip[i] - depth < trace.trips();
        List<Integer> inputs = graph.inputs(i);
        List<Integer> outputs = graph.outputs(i);
        for (int port = 0; port < inputs.size(); port++) {
            if (starts && trace.reads().get(port).get(trip[i]) && filled[inputs.get(port)] == 0) {
                waiting[i] += watched ? 1 : 0;
                return false;
            }
        }
        for (int port = 0; port < outputs.size(); port++) {
            if (lands && slot[port] && filled[outputs.get(port)] >= capacity[outputs.get(port)]) {
                blocked[i] += watched ? 1 : 0;
                return false;
            }
        }
        for (int port = 0; port < outputs.size(); port++) {
            filled[outputs.get(port)] += lands && slot[port] ? 1 : 0;
            slot[port] = starts && trace.writes().get(port).get(trip[i]);
        }
        for (int port = 0; port < inputs.size(); port++) {
            filled[inputs.get(port)] -= starts && trace.reads().get(port).get(trip[i]) ? 1 : 0;
        }
        trip[i]++;
        if (trip[i] == trace.trips() + depth + DataflowProcess.RESTART_CYCLES) {
            trip[i] = 0;
            image[i]++;
        }
        return true;
    }
}
