/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.BitSet;
import java.util.List;

/**
 * The steps of a process in which it reads or writes, for one image. A word that a trip writes leaves as many steps later
 * as the pipeline is deep.
 */
final class ProcessScript {
    private final Trace trace;
    private final int length;
    private final int[] steps;
    private final byte[] reads;
    private final byte[] writes;

    ProcessScript(ProcessDraft draft) {
        trace = draft.trace().get();
        length = Math.toIntExact(draft.intervalCycles());
        int depth = draft.pipelineDepth();
        BitSet busy = new BitSet(length);
        trace.reads().forEach(busy::or);
        trace.writes().forEach(own -> own.stream().forEach(trip -> busy.set(trip + depth)));
        steps = busy.stream().toArray();
        reads = new byte[steps.length];
        writes = new byte[steps.length];
        for (int place = 0; place < steps.length; place++) {
            reads[place] = ports(trace.reads(), steps[place]);
            writes[place] = steps[place] < depth ? 0 : ports(trace.writes(), steps[place] - depth);
        }
    }

    /** Steps of an image. */
    int length() {
        return length;
    }

    /** Steps in which something happens. */
    int places() {
        return steps.length;
    }

    /** The step at a place, counted from the image's first. */
    int step(int place) {
        return steps[place];
    }

    boolean reads(int place, int input) {
        return (reads[place] >> input & 1) == 1;
    }

    boolean writes(int place, int output) {
        return (writes[place] >> output & 1) == 1;
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
