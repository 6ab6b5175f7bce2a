/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.List;

/**
 * What the FIFOs behind processes take as long as they are no deeper than a lookup table. Deeper ones are rare: that
 * they are needed shows only when the whole design is run.
 */
final class FifoCosts {
    private FifoCosts() {}

    /** Of those that a layer fills. */
    static Resources of(QuantizedNetwork network, LayerDesign design) {
        List<ProcessDraft> single = design.processes().stream()
                .limit(design.processes().size() - design.copies().size())
                .toList();
        return of(network, single, design.copies());
    }

    /**
     * Of some processes.
     *
     * @param single with one FIFO behind each
     * @param copies with two
     */
    static Resources of(QuantizedNetwork network, List<ProcessDraft> single, List<ProcessDraft> copies) {
        Resources once = single.stream().map(process -> of(network, process)).reduce(Resources.NONE, Resources::plus);
        return copies.stream()
                .map(process -> Fabric.times(2, of(network, process)))
                .reduce(once, Resources::plus);
    }

    private static Resources of(QuantizedNetwork network, ProcessDraft process) {
        int bits = network.values().get(process.value()).format().width();
        return ResourceModel.fifo((long) process.outLanes() * bits, FifoDepths.SMALLEST);
    }
}
