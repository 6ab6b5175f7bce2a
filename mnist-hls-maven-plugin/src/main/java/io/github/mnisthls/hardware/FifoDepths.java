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
    static final int IMAGES = 4;

    private final ProcessGraph graph;
    private final List<ProcessScript> scripts;
    private final int images;

    FifoDepths(ProcessGraph graph) {
        this.graph = graph;
        this.scripts = graph.drafts().stream().map(ProcessScript::new).toList();
        this.images = graph.isChain() ? IMAGES : IMAGES + imagesOnTheWay();
    }

    /**
     * One depth per stream.
     *
     * @param wordBits of each FIFO: where the place of a buffer can be chosen it goes where words are narrow
     */
    int[] smallest(int[] wordBits) {
        DataflowSimulation.Result goal = endless();
        if (reaches(goal, filled(SMALLEST))) {
            return filled(SMALLEST);
        }
        int[] depths = enough(goal);
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

    /** A whole image each; where a path is so long that several images are on it, what endless FIFOs hold. */
    private int[] enough(DataflowSimulation.Result goal) {
        int[] depths = graph.links().stream()
                .mapToInt(link -> scripts.get(link.writer()).words(link.output()))
                .map(FifoDepths::powerOfTwo)
                .toArray();
        if (!reaches(goal, depths)) {
            DataflowSimulation endless = simulation(filled(Integer.MAX_VALUE));
            endless.run();
            int[] fills = endless.fills();
            Arrays.setAll(depths, i -> Math.max(depths[i], powerOfTwo(fills[i])));
        }
        return depths;
    }

    /** With FIFOs that are never full. After some images, which may be many, the slowest process sets the pace. */
    DataflowSimulation.Result endless() {
        return new DataflowSimulation.Result(latency(), slowest());
    }

    /** That go through in a run. */
    int images() {
        return images;
    }

    /** A short path fills up only when so many images are on the long one beside it. */
    private int imagesOnTheWay() {
        return Math.toIntExact(latency() / slowest());
    }

    private long slowest() {
        return graph.drafts().stream()
                .mapToLong(ProcessDraft::intervalCycles)
                .max()
                .orElseThrow();
    }

    /** Of one image, with FIFOs that are never full. */
    long latency() {
        return new DataflowSimulation(graph, scripts, filled(Integer.MAX_VALUE), 1)
                .run()
                .latency();
    }

    /** @throws IllegalStateException if FIFOs of these depths let the dataflow stand still */
    DataflowSimulation.Result measure(int[] depths) {
        DataflowSimulation.Result result = simulation(depths).run();
        return new DataflowSimulation.Result(result.latency(), Math.max(result.interval(), slowest()));
    }

    private boolean reaches(DataflowSimulation.Result goal, int[] depths) {
        DataflowSimulation simulation = simulation(depths);
        return simulation.ends() && simulation.result().isAsFastAs(goal);
    }

    private DataflowSimulation simulation(int[] depths) {
        return new DataflowSimulation(graph, scripts, depths, images);
    }

    private int[] filled(int depth) {
        int[] depths = new int[graph.links().size()];
        Arrays.fill(depths, depth);
        return depths;
    }

    private static int powerOfTwo(int words) {
        return Math.max(SMALLEST, Integer.highestOneBit(Math.max(words, 1) * 2 - 1));
    }
}
