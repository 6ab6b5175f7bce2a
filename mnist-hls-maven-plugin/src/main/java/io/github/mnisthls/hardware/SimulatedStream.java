/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** A FIFO of a run: when each of its words was written and read. */
final class SimulatedStream {
    private final int depth;
    private final long[] writtenAt;
    private final long[] readAt;
    private int written;
    private int read;

    SimulatedStream(int depth, int words) {
        this.depth = depth;
        this.writtenAt = new long[words];
        this.readAt = new long[words];
    }

    /** Whether it is known when the next word can be read. */
    boolean hasWord() {
        return read < written;
    }

    /** The first cycle in which the next word can be read. */
    long wordFrom() {
        return writtenAt[read] + 1;
    }

    /** Whether it is known when the next word finds room. */
    boolean hasRoom() {
        return written - read < depth;
    }

    /** The first cycle in which the next word finds room. */
    long roomFrom() {
        return written < depth ? 0 : readAt[written - depth];
    }

    void read(long cycle) {
        readAt[read] = cycle;
        read++;
    }

    void write(long cycle) {
        writtenAt[written] = cycle;
        written++;
    }

    /** The most words that it held at the end of a cycle. */
    int fill() {
        int most = 0;
        int gone = 0;
        for (int word = 0; word < written; word++) {
            while (gone < read && readAt[gone] <= writtenAt[word]) {
                gone++;
            }
            most = Math.max(most, word + 1 - gone);
        }
        return most;
    }
}
