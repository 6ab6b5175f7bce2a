/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.BitSet;
import java.util.List;

/**
 * The steps of a process in which it reads or writes, for one image. A word that a trip writes leaves as many steps later
 * as the pipeline is deep.
 *
 * @param steps  in which something happens, ascending
 * @param reads  by step of {@code steps}, a bit per input that is read
 * @param writes by step of {@code steps}, a bit per output that is written
 * @param length steps of an image
 * @param trace  that it follows
 */
record ProcessScript(int[] steps, byte[] reads, byte[] writes, int length, Trace trace) {
    static ProcessScript of(ProcessDraft draft) {
        Trace trace = draft.trace().get();
        int depth = draft.pipelineDepth();
        BitSet busy = new BitSet(trace.trips() + depth);
        trace.reads().forEach(busy::or);
        trace.writes().forEach(writes -> writes.stream().forEach(trip -> busy.set(trip + depth)));
        int[] steps = busy.stream().toArray();
        byte[] reads = new byte[steps.length];
        byte[] writes = new byte[steps.length];
        for (int i = 0; i < steps.length; i++) {
            reads[i] = ports(trace.reads(), steps[i]);
            writes[i] = steps[i] < depth ? 0 : ports(trace.writes(), steps[i] - depth);
        }
        return new ProcessScript(steps, reads, writes, Math.toIntExact(draft.intervalCycles()), trace);
    }

    /** That an output writes per image. */
    int words(int output) {
        return trace.writes().get(output).cardinality();
    }

    private static byte ports(List<BitSet> all, int trip) {
        byte ports = 0;
        for (int port = 0; port < all.size(); port++) {
            if (all.get(port).get(trip)) {
                ports |= (byte) (1 << port);
            }
        }
        return ports;
    }
}
