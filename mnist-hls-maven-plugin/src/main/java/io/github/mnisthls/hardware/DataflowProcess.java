/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * One function in the top's dataflow region: a pipelined loop with a fixed number of trips per image.
 *
 * @param name          legal in C++, unique in the plan
 * @param layer         index of its layer, or -1 for the two ends of the chain
 * @param inLanes       values per word that it reads; 1 for pixels
 * @param outLanes      values per word that it writes; 1 for logits
 * @param cycles        trips of its loop per image, exactly
 * @param pipelineDepth estimated cycles from a read to the write that depends on it
 */
public record DataflowProcess(
        ProcessKind kind, String name, int layer, int inLanes, int outLanes, long cycles, int pipelineDepth) {
    /** Cycles that a dataflow process needs to end, report and start again. */
    private static final int RESTART_CYCLES = 2;

    /** Cycles between the starts of two images: loop, emptying of its pipeline, start of the next. */
    public long intervalCycles() {
        return cycles + pipelineDepth + RESTART_CYCLES;
    }
}
