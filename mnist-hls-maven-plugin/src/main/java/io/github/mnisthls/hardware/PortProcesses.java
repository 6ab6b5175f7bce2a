/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.KernelArgument.NetworkStruct;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes at the network's two ends. */
final class PortProcesses {
    /** Logits leave one at a time. */
    static final int LANES = 1;

    private static final String HEADER = "streams.hpp";
    private static final int WRITE_DEPTH = 3;

    /** Two loops, one after the other. */
    private static final int ORDER_DEPTH = 6;

    private PortProcesses() {}

    /** What follows the last layer. */
    static List<ProcessDraft> logits(QuantizedNetwork network, int inLanes) {
        Shape logits = network.last().output();
        int value = network.nodes().size();
        boolean isImage = logits.channels() > 1 && logits.channels() < logits.size();
        List<ProcessDraft> chain = new ArrayList<>();
        if (isImage) {
            chain.add(order(logits.size(), value, inLanes));
        }
        chain.add(write(network.classes(), value, isImage ? LANES : inLanes));
        return chain;
    }

    private static ProcessDraft order(int logits, int value, int inLanes) {
        return new ProcessDraft(
                "ordered_logits",
                Optional.empty(),
                call("OrderLogits", inLanes),
                2L * logits,
                () -> Trace.of(2L * logits, trip -> trip < logits && trip % inLanes == 0, trip -> trip >= logits),
                ORDER_DEPTH,
                value,
                LANES,
                ResourceModel.PROCESS);
    }

    private static ProcessDraft write(int classes, int value, int inLanes) {
        long trips = classes + 1L;
        return new ProcessDraft(
                "logits",
                Optional.empty(),
                call("WriteLogit", inLanes),
                trips,
                () -> Trace.sink(trips, trip -> trip < classes && trip % inLanes == 0),
                WRITE_DEPTH,
                value,
                LANES,
                ResourceModel.PROCESS);
    }

    private static KernelCall call(String function, int inLanes) {
        return KernelCall.of(HEADER, function, new NetworkStruct(), new KernelArgument.Count(inLanes));
    }
}
