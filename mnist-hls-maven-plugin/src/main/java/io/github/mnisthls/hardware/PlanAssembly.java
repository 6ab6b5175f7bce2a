/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Works out everything that follows from a choice of foldings. */
final class PlanAssembly {
    private final QuantizedNetwork network;
    private final List<LayerHardware> hardware;
    private final Part part;
    private final double clockPeriodNs;
    private final PixelPort port;
    private final KnownFifos known;

    /** Of a plan that is the only one of its network. */
    PlanAssembly(QuantizedNetwork network, List<LayerHardware> hardware, HardwareRequest request) {
        this(network, hardware, request, new KnownFifos());
    }

    PlanAssembly(QuantizedNetwork network, List<LayerHardware> hardware, HardwareRequest request, KnownFifos known) {
        this.known = known;
        this.network = network;
        this.hardware = hardware;
        this.part = request.part();
        this.clockPeriodNs = request.clockPeriodNs();
        this.port = PixelPort.of(network, request.pixelsPerBeat());
    }

    Part part() {
        return part;
    }

    /** Resources of all processes, and of FIFOs between them as long as none is deep. */
    Resources estimate(List<Folding> foldings) {
        ProcessGraph graph = graph(foldings);
        Resources ofProcesses = graph.drafts().stream().map(ProcessDraft::cost).reduce(Resources.NONE, Resources::plus);
        return graph.links().stream()
                .map(link -> ResourceModel.fifo((long) link.lanes() * valueBits(link), FifoDepths.SMALLEST))
                .reduce(ofProcesses, Resources::plus);
    }

    /** Products per cycle. */
    long multipliers(List<Folding> foldings) {
        return designs(foldings).stream().mapToLong(LayerDesign::multipliers).sum();
    }

    String largestLayer(List<Folding> foldings) {
        return largestLayer(foldings, Resources.UNLIMITED);
    }

    /** The layer that takes most of what there is too little of. */
    String largestLayer(List<Folding> foldings, Resources scarce) {
        List<LayerDesign> designs = designs(foldings);
        int largest = IntStream.range(0, designs.size())
                .boxed()
                .max(Comparator.comparingDouble(layer ->
                        part.largestShare(designs.get(layer).resources().where(scarce))))
                .orElseThrow();
        return network.layers().get(largest).name();
    }

    /** Cycles that one image takes. */
    long latency(List<Folding> foldings) {
        return new FifoDepths(graph(foldings)).latency();
    }

    /** Cycles between two images. */
    long interval(List<Folding> foldings) {
        return graph(foldings).drafts().stream()
                .mapToLong(ProcessDraft::intervalCycles)
                .max()
                .orElseThrow();
    }

    ProcessGraph graph(List<Folding> foldings) {
        return ProcessGraph.of(network, port, designs(foldings));
    }

    /** A plan that nobody asked for: to tell about. */
    HardwarePlan assemble(List<Folding> foldings) {
        return assemble(foldings, false, Collections.nCopies(foldings.size(), ""));
    }

    /**
     * The whole plan.
     *
     * @param proved  the foldings are the best
     * @param reasons by layer, why it is made of what it is
     */
    HardwarePlan assemble(List<Folding> foldings, boolean proved, List<String> reasons) {
        List<LayerDesign> designs = designs(foldings);
        ProcessGraph graph = ProcessGraph.of(network, port, designs);
        FifoDepths fifos = new FifoDepths(graph);
        int[] wordBits = graph.links().stream()
                .mapToInt(link -> link.lanes() * valueBits(link))
                .toArray();
        KnownFifos.Sized sized = known.of(
                network,
                new KnownFifos.Key(foldings, port.perBeat(), part.dspSlice()),
                () -> KnownFifos.Sized.of(fifos, wordBits));
        List<StreamPlan> streams = IntStream.range(0, wordBits.length)
                .mapToObj(i -> stream(graph.links().get(i), sized.depths().get(i)))
                .toList();
        Resources ofProcesses = graph.drafts().stream().map(ProcessDraft::cost).reduce(Resources.NONE, Resources::plus);
        return new HardwarePlan(
                part,
                clockPeriodNs,
                port.perBeat(),
                IntStream.range(0, designs.size())
                        .mapToObj(layer -> layer(layer, designs, reasons.get(layer)))
                        .toList(),
                graph.processes(),
                streams,
                fifos.interval(),
                sized.latency(),
                Math.toIntExact(
                        designs.stream().mapToLong(LayerDesign::multipliers).sum()),
                streams.stream()
                        .map(stream -> ResourceModel.fifo(stream.wordBits(), stream.depth()))
                        .reduce(ofProcesses, Resources::plus),
                sized.dataflow(),
                proved);
    }

    private LayerPlan layer(int number, List<LayerDesign> designs, String reason) {
        LayerDesign design = designs.get(number);
        QuantizedLayer layer = network.layers().get(number);
        List<ProcessDraft> own = design.processes();
        long slowest = own.stream().mapToLong(ProcessDraft::trips).max().orElseThrow();
        return new LayerPlan(
                layer.name(),
                hardware.get(number).kind(),
                inLanes(number, designs),
                design.outLanes(),
                design.lanes().pe(),
                design.lanes().simd(),
                design.lanes().windows(),
                slowest,
                slowest + own.stream().mapToLong(ProcessDraft::pipelineDepth).sum(),
                Math.toIntExact(design.multipliers()),
                hardware.get(number).weightBits(),
                layer.accumulatorFormat().width(),
                design.storage(),
                design.lanes().implementation(),
                reason,
                design.adders(),
                design.resources());
    }

    private StreamPlan stream(ProcessGraph.Link link, int depth) {
        return new StreamPlan(
                link.name(), link.value(), link.lanes(), valueBits(link), depth, link.writer(), link.reader());
    }

    private int valueBits(ProcessGraph.Link link) {
        return network.values().get(link.value()).format().width();
    }

    /** In the nodes' order: what reaches a layer follows from those before it. */
    private List<LayerDesign> designs(List<Folding> foldings) {
        List<LayerDesign> designs = new ArrayList<>();
        for (int layer = 0; layer < foldings.size(); layer++) {
            designs.add(hardware.get(layer).design(foldings.get(layer), inLanes(layer, designs)));
        }
        return designs;
    }

    private List<Integer> inLanes(int layer, List<LayerDesign> before) {
        return network.nodes().get(layer).inputs().stream()
                .map(value -> value == 0 ? port.lanes() : before.get(value - 1).outLanes())
                .toList();
    }
}
