/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a graph of processes. A process starts one trip per cycle; it waits as a whole, pipeline included, while a word
 * that it reads is missing or a word that it writes finds its FIFO full. A word can be read in the cycle after the one in
 * which it was written; a word that is read makes room in the same cycle. The source always has a pixel, the sink always
 * takes a logit.
 *
 * <p>When each process does what follows from when the others do it, so that no cycle is looked at in which nothing
 * happens: each process goes on until it lacks a word or room whose time is not known yet.
 */
final class DataflowSimulation {
    private final ProcessGraph graph;
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private final List<SimulatedStream> streams = new ArrayList<>();
    private final List<Standstills> standstills = new ArrayList<>();

    /** A run to come, of which only ends and fills are of interest. */
    DataflowSimulation(ProcessGraph graph, List<ProcessScript> scripts, int[] depths, int images) {
        this(graph, scripts, depths, images, 0);
    }

    /**
     * A run to come.
     *
     * @param scripts of the processes
     * @param depths  of the streams, in words
     * @param images  that go through
     * @param watched cycles, from the first one, in which it is recorded when processes stand still
     */
    DataflowSimulation(ProcessGraph graph, List<ProcessScript> scripts, int[] depths, int images, long watched) {
        this.graph = graph;
        for (int link = 0; link < depths.length; link++) {
            ProcessGraph.Link from = graph.links().get(link);
            int words = scripts.get(from.writer()).words(from.output());
            streams.add(new SimulatedStream(depths[link], Math.multiplyExact(words, images)));
        }
        for (int process = 0; process < scripts.size(); process++) {
            standstills.add(new Standstills(watched));
            processes.add(new SimulatedProcess(
                    scripts.get(process),
                    at(graph.inputs(process)),
                    at(graph.outputs(process)),
                    images,
                    standstills.get(process)));
        }
    }

    private SimulatedStream[] at(List<Integer> numbers) {
        return numbers.stream().map(streams::get).toArray(SimulatedStream[]::new);
    }

    /**
     * Runs all images; gives the cycles in which they end.
     *
     * @throws IllegalStateException if no process can move any more; names those that wait, and for what
     */
    List<Long> run() {
        if (!comesToTheEnd()) {
            throw new IllegalStateException("the dataflow stands still: " + String.join(", ", waiting()));
        }
        return endsOfImages();
    }

    /** Runs all images; whether they come to the end. */
    boolean comesToTheEnd() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (SimulatedProcess process : processes) {
                moved |= process.advance();
            }
        }
        return sink().hasEnded();
    }

    /** Of a run that came to the end. */
    List<Long> endsOfImages() {
        return sink().ends();
    }

    private SimulatedProcess sink() {
        return processes.get(processes.size() - 1);
    }

    /** By stream, the most words that it held. */
    int[] fills() {
        return streams.stream().mapToInt(SimulatedStream::fill).toArray();
    }

    /** By process, when it stood still. */
    List<Dataflow.Activity> activities() {
        return standstills.stream().map(Standstills::activity).toList();
    }

    private List<String> waiting() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            if (!processes.get(i).hasEnded()) {
                all.add(graph.processes().get(i).name() + " waits for "
                        + processes.get(i).lacks(names(graph.inputs(i)), names(graph.outputs(i))));
            }
        }
        return all;
    }

    private List<String> names(List<Integer> numbers) {
        return numbers.stream().map(link -> graph.links().get(link).name()).toList();
    }
}
