/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.KernelArgument.LayerStruct;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a layer's hardware stands.
 *
 * @param node  of the layer
 * @param slice multipliers of the device
 */
record LayerSite(QuantizedNetwork network, int node, DspSlice slice) {
    QuantizedLayer layer() {
        return network.nodes().get(node).layer();
    }

    String name() {
        return layer().name();
    }

    /** Number of the value that the layer gives. */
    int value() {
        return node + 1;
    }

    /** Number of the value that an input takes. */
    int inputValue(int input) {
        return network.nodes().get(node).inputs().get(input);
    }

    LayerStruct struct() {
        return new LayerStruct(name());
    }

    KernelTable table(KernelTable.Kind kind) {
        return KernelTable.of(kind, name());
    }

    /** A design of these processes, with copies of the result for all who take it. */
    LayerDesign design(
            List<List<ProcessDraft>> entries,
            List<ProcessDraft> body,
            Folding folding,
            long multipliers,
            WeightStorage storage) {
        int outLanes = body.get(body.size() - 1).outLanes();
        List<ProcessDraft> copies = Copies.of(network, value(), Optional.of(name()), outLanes);
        return new LayerDesign(entries, body, copies, folding, multipliers, storage, List.of());
    }

    /** A design without weights. */
    LayerDesign design(List<List<ProcessDraft>> entries, List<ProcessDraft> body, int lanes) {
        return design(entries, body, new Folding(lanes, lanes), 0, WeightStorage.NONE);
    }

    /** A process that gives the layer's own value. */
    ProcessDraft last(
            KernelCall call, long trips, Supplier<Trace> trace, int pipelineDepth, int outLanes, Resources cost) {
        return draft("_out", value(), call, trips, trace, pipelineDepth, outLanes, cost);
    }

    /** A process that passes on what the layer's first input takes. */
    ProcessDraft before(
            String suffix,
            KernelCall call,
            long trips,
            Supplier<Trace> trace,
            int pipelineDepth,
            int outLanes,
            Resources cost) {
        return draft(suffix, inputValue(0), call, trips, trace, pipelineDepth, outLanes, cost);
    }

    /** Any process of the layer. */
    ProcessDraft draft(
            String suffix,
            int value,
            KernelCall call,
            long trips,
            Supplier<Trace> trace,
            int pipelineDepth,
            int outLanes,
            Resources cost) {
        return new ProcessDraft(
                name() + suffix,
                Optional.of(name()),
                call,
                trips,
                trace,
                pipelineDepth,
                value,
                outLanes,
                ResourceModel.PROCESS.plus(cost));
    }
}
