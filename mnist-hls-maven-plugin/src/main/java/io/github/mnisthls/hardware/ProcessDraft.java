/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A process before its streams are known.
 *
 * @param name          of the stream that it fills, too
 * @param layer         absent for those at the network's two ends
 * @param trips         per image
 * @param trace         what it does in each trip: worked out only where it is looked at, because it may be long
 * @param pipelineDepth estimated cycles from a read to the write that depends on it
 * @param value         number of the value that it sends
 * @param outLanes      values per word that it sends
 * @param cost          resources, estimated
 */
record ProcessDraft(
        String name,
        Optional<String> layer,
        KernelCall call,
        long trips,
        Supplier<Trace> trace,
        int pipelineDepth,
        int value,
        int outLanes,
        Resources cost) {
    /** The process with its streams. */
    DataflowProcess wired(String unique, List<Integer> inputs, List<Integer> outputs) {
        return new DataflowProcess(unique, layer, call, inputs, outputs, trips, pipelineDepth, cost);
    }

    long intervalCycles() {
        return trips + pipelineDepth + DataflowProcess.RESTART_CYCLES;
    }
}
