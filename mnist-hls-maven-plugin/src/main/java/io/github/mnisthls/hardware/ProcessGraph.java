/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The dataflow processes of a network, in topological order, and what joins them. */
final class ProcessGraph {
    /** Of the top function; a stream must not hide them. */
    private static final List<String> PORTS = List.of("pixels_in", "logits_out", "class_out");

    /**
     * A stream.
     *
     * @param name   legal in C++, unique
     * @param value  number of the value that it carries
     * @param lanes  values per word
     * @param writer number of a process
     * @param output of the writer
     * @param reader number of a process
     * @param input  of the reader
     */
    record Link(String name, int value, int lanes, int writer, int output, int reader, int input) {}

    /** What a process sends and nobody takes yet. */
    private record Loose(String name, int value, int lanes, int writer, int output) {}

    private final List<ProcessDraft> drafts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Deque<Loose>> values = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(PORTS);

    private ProcessGraph() {}

    /** @param designs of the layers, in the nodes' order */
    static ProcessGraph of(QuantizedNetwork network, PixelPort port, List<LayerDesign> designs) {
        ProcessGraph graph = new ProcessGraph();
        List<ProcessDraft> ofImage = Copies.of(network, 0, Optional.empty(), port.lanes());
        graph.offer(graph.add(port.process(), List.of()), ofImage);
        for (int node = 0; node < designs.size(); node++) {
            LayerDesign design = designs.get(node);
            List<Loose> inputs = new ArrayList<>();
            for (int input = 0; input < design.entries().size(); input++) {
                int value = network.nodes().get(node).inputs().get(input);
                Loose words = graph.values.get(value).removeFirst();
                inputs.add(graph.chain(design.entries().get(input), words));
            }
            List<ProcessDraft> body = design.body();
            Loose first = graph.add(body.get(0), inputs);
            graph.offer(graph.chain(body.subList(1, body.size()), first), design.copies());
        }
        Loose logits = graph.values.get(designs.size()).removeFirst();
        graph.chain(PortProcesses.logits(network, logits.lanes()), logits);
        return graph;
    }

    List<ProcessDraft> drafts() {
        return drafts;
    }

    List<Link> links() {
        return links;
    }

    /** Numbers of the streams that a process reads, in the order of its inputs. */
    List<Integer> inputs(int process) {
        return IntStream.range(0, links.size())
                .filter(link -> links.get(link).reader() == process)
                .boxed()
                .sorted((a, b) -> links.get(a).input() - links.get(b).input())
                .toList();
    }

    /** Numbers of the streams that a process writes, in the order of its outputs. */
    List<Integer> outputs(int process) {
        return IntStream.range(0, links.size())
                .filter(link -> links.get(link).writer() == process)
                .boxed()
                .sorted((a, b) -> links.get(a).output() - links.get(b).output())
                .toList();
    }

    /** Whether each process sends to the next one only. */
    boolean isChain() {
        return links.size() == drafts.size() - 1;
    }

    List<DataflowProcess> processes() {
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> drafts.get(i).wired(names.get(i), inputs(i), outputs(i)))
                .toList();
    }

    /** Makes what a process sends ready for all who take it. */
    private void offer(Loose words, List<ProcessDraft> copies) {
        Deque<Loose> ends = new ArrayDeque<>();
        Loose rest = words;
        for (int copy = 1; copy <= copies.size(); copy++) {
            String base = words.name();
            Loose left = add(copies.get(copy - 1), List.of(rest));
            boolean isLast = copy == copies.size();
            String right = unique(base + (isLast ? "_copy" + (copy + 1) : "_rest" + copy));
            ends.add(new Loose(unique(base + "_copy" + copy), left.value(), left.lanes(), left.writer(), 0));
            rest = new Loose(right, left.value(), left.lanes(), left.writer(), 1);
        }
        ends.add(rest);
        values.add(ends);
    }

    private Loose chain(List<ProcessDraft> chain, Loose words) {
        Loose last = words;
        for (ProcessDraft draft : chain) {
            last = add(draft, List.of(last));
        }
        return last;
    }

    private Loose add(ProcessDraft draft, List<Loose> inputs) {
        int process = drafts.size();
        drafts.add(draft);
        names.add(unique(draft.name()));
        for (int input = 0; input < inputs.size(); input++) {
            Loose from = inputs.get(input);
            links.add(new Link(from.name(), from.value(), from.lanes(), from.writer(), from.output(), process, input));
        }
        return new Loose(names.get(process), draft.value(), draft.outLanes(), process, 0);
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }
}
