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
    static final int ENDLESS = Integer.MAX_VALUE;
    private static final int IMAGES = 4;

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
        List<Long> goal = goal();
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
    private int[] enough(List<Long> goal) {
        int[] depths = graph.links().stream()
                .mapToInt(link -> scripts.get(link.writer()).words(link.output()))
                .map(FifoDepths::powerOfTwo)
                .toArray();
        if (!reaches(goal, depths)) {
            DataflowSimulation endless = simulation(filled(ENDLESS));
            endless.run();
            int[] fills = endless.fills();
            Arrays.setAll(depths, i -> Math.max(depths[i], powerOfTwo(fills[i])));
        }
        return depths;
    }

    /**
     * When the images have to end: as with endless FIFOs, or when the pace of the slowest process asks for it. Endless FIFOs
     * give the first images more than that where a path that is fast and long waits for one that is slow and short.
     */
    private List<Long> goal() {
        List<Long> endless = ends(filled(ENDLESS));
        return IntStream.range(0, images)
                .mapToObj(image -> Math.max(endless.get(image), endless.get(0) + image * interval()))
                .toList();
    }

    private boolean reaches(List<Long> goal, int[] depths) {
        DataflowSimulation simulation = simulation(depths);
        return simulation.comesToTheEnd()
                && IntStream.range(0, images)
                        .allMatch(image -> simulation.endsOfImages().get(image) <= goal.get(image));
    }

    /**
     * When the images end.
     *
     * @throws IllegalStateException if FIFOs of these depths let the dataflow stand still
     */
    List<Long> ends(int[] depths) {
        return simulation(depths).run();
    }

    /** What the processes do with FIFOs of these depths. */
    Dataflow dataflow(int[] depths) {
        // The images behind the first two keep the processes at work as long as the two are on the way.
        int all = IMAGES + imagesOnTheWay();
        List<Long> ends =
                new DataflowSimulation(graph, scripts, depths, all).run().subList(0, 2);
        DataflowSimulation watched = new DataflowSimulation(graph, scripts, depths, all, ends.get(1));
        watched.run();
        return new Dataflow(
                ends,
                watched.activities(),
                Arrays.stream(watched.fills()).boxed().toList());
    }

    /** Cycles of one image, with FIFOs that are never full. */
    long latency() {
        return new DataflowSimulation(graph, scripts, filled(ENDLESS), 1).run().get(0);
    }

    /** Cycles between two images, with FIFOs that are deep enough: those of the slowest process. */
    long interval() {
        return graph.drafts().stream()
                .mapToLong(ProcessDraft::intervalCycles)
                .max()
                .orElseThrow();
    }

    /** That go through in a run: a short path fills up only when so many are on the long one beside it. */
    private int imagesOnTheWay() {
        return Math.toIntExact(latency() / interval());
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
