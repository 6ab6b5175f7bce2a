/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;
import java.util.Optional;

/**
 * One function in the top's dataflow region: a pipelined loop with a fixed number of trips per image.
 *
 * @param name          unique in the plan
 * @param layer         name of its layer; absent for those at the network's two ends
 * @param call          of its kernel
 * @param inputs        numbers of the streams that it reads, in the order of the call; none for the one that reads pixels
 * @param outputs       numbers of the streams that it writes; none for the one that writes logits
 * @param trips         of its loop per image, exactly
 * @param pipelineDepth estimated cycles from a read to the write that depends on it
 * @param cost          resources, estimated
 */
public record DataflowProcess(
        String name,
        Optional<String> layer,
        KernelCall call,
        List<Integer> inputs,
        List<Integer> outputs,
        long trips,
        int pipelineDepth,
        Resources cost) {
    /** Cycles that a dataflow process needs to end, report and start again. */
    static final int RESTART_CYCLES = 2;

    public DataflowProcess {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Cycles between the starts of two images: loop, emptying of its pipeline, start of the next. */
    public long intervalCycles() {
        return trips + pipelineDepth + RESTART_CYCLES;
    }
}
