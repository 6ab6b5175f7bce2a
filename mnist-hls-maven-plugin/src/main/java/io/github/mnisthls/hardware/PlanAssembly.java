/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Works out everything that follows from a choice of foldings. */
final class PlanAssembly {
    private final QuantizedNetwork network;
    private final Part part;
    private final double clockPeriodNs;
    private final List<LayerShape> shapes;

    PlanAssembly(QuantizedNetwork network, Part part, double clockPeriodNs) {
        this.network = network;
        this.part = part;
        this.clockPeriodNs = clockPeriodNs;
        this.shapes = network.layers().stream().map(LayerShape::of).toList();
    }

    Part part() {
        return part;
    }

    /** Resources of the layers alone: what a choice of foldings decides. */
    Resources estimate(List<Folding> foldings) {
        return layerEstimates(foldings).stream().reduce(Resources.NONE, Resources::plus);
    }

    String largestLayer(List<Folding> foldings) {
        List<Resources> estimates = layerEstimates(foldings);
        int largest = IntStream.range(0, estimates.size())
                .boxed()
                .max((a, b) -> Double.compare(share(estimates.get(a)), share(estimates.get(b))))
                .orElseThrow();
        return network.layers().get(largest).name();
    }

    /** Cycles that one image takes. */
    long latency(List<Folding> foldings) {
        List<Arrivals.Step> steps = ProcessChain.of(network, foldings).stream()
                .map(process -> new Arrivals.Step(process, trace(process)))
                .toList();
        return Arrivals.ofPixels(steps.get(0)).end(steps.subList(1, steps.size()), 0);
    }

    private Trace trace(DataflowProcess process) {
        return Trace.of(process, process.layer() < 0 ? null : shapes.get(process.layer()));
    }

    private FifoDepths fifos(List<DataflowProcess> processes) {
        List<Trace> traces = processes.stream().map(this::trace).toList();
        return new FifoDepths(processes, traces);
    }

    HardwarePlan assemble(List<Folding> foldings) {
        List<DataflowProcess> processes = ProcessChain.of(network, foldings);
        FifoDepths fifos = fifos(processes);
        int[] undecided = new int[processes.size() - 1];
        int[] wordBits = streams(processes, undecided).stream()
                .mapToInt(StreamPlan::wordBits)
                .toArray();
        int[] depths = fifos.smallest(wordBits);
        List<StreamPlan> streams = streams(processes, depths);
        DataflowSimulation.Result timing = fifos.measure(depths);
        Resources estimate = streams.stream().map(ResourceModel::ofStream).reduce(estimate(foldings), Resources::plus);
        return new HardwarePlan(
                part,
                clockPeriodNs,
                layers(foldings, processes),
                processes,
                streams,
                timing.interval(),
                timing.latency(),
                IntStream.range(0, shapes.size())
                        .map(i -> multipliers(i, foldings))
                        .sum(),
                estimate);
    }

    private List<LayerPlan> layers(List<Folding> foldings, List<DataflowProcess> processes) {
        List<Resources> estimates = layerEstimates(foldings);
        List<LayerPlan> plans = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            int layer = i;
            List<DataflowProcess> own = processes.stream()
                    .filter(process -> process.layer() == layer)
                    .toList();
            LayerShape shape = shapes.get(i);
            DataflowProcess last = own.get(own.size() - 1);
            plans.add(new LayerPlan(
                    shape.layer().name(),
                    shape.kind(),
                    last.outLanes(),
                    last.inLanes(),
                    own.stream().mapToLong(DataflowProcess::cycles).max().orElseThrow(),
                    own.stream().mapToLong(DataflowProcess::cycles).max().orElseThrow()
                            + own.stream()
                                    .mapToLong(DataflowProcess::pipelineDepth)
                                    .sum(),
                    multipliers(i, foldings),
                    shape.affine().map(affine -> affine.weightFormat().width()).orElse(0),
                    shape.layer().accumulatorFormat().width(),
                    ResourceModel.weightStorage(shape, foldings.get(i)),
                    estimates.get(i)));
        }
        return plans;
    }

    private List<StreamPlan> streams(List<DataflowProcess> processes, int[] depths) {
        List<StreamPlan> streams = new ArrayList<>();
        for (int i = 0; i < depths.length; i++) {
            int reader = processes.get(i + 1).layer();
            int layer = reader < 0 ? shapes.size() : reader;
            boolean isOutput = processes.get(i).layer() < reader || reader < 0;
            QuantizedLayer source = network.layers().get(isOutput ? Math.max(layer - 1, 0) : reader);
            int bits = isOutput && layer > 0
                    ? source.outputFormat().width()
                    : source.inputFormat().width();
            streams.add(new StreamPlan(
                    processes.get(i).name(), layer, processes.get(i).outLanes(), bits, depths[i]));
        }
        return streams;
    }

    private int multipliers(int layer, List<Folding> foldings) {
        return shapes.get(layer).affine().isPresent() ? foldings.get(layer).multipliers() : 0;
    }

    private List<Resources> layerEstimates(List<Folding> foldings) {
        List<Resources> estimates = new ArrayList<>();
        int lanes = ProcessChain.PORT_LANES;
        for (int i = 0; i < shapes.size(); i++) {
            estimates.add(ResourceModel.ofLayer(shapes.get(i), foldings.get(i), lanes, part.dspSlice()));
            lanes = ProcessChain.outLanes(shapes.get(i), foldings.get(i), lanes);
        }
        return estimates;
    }

    /** The largest share of one of the part's resources. */
    private double share(Resources some) {
        Resources all = part.resources();
        return Math.max(
                Math.max(
                        (double) some.dsp() / Math.max(all.dsp(), 1),
                        (double) some.bram18() / Math.max(all.bram18(), 1)),
                Math.max((double) some.lut() / Math.max(all.lut(), 1), (double) some.ff() / Math.max(all.ff(), 1)));
    }
}
