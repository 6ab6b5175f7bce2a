/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** The dataflow processes that the kernels provide. */
public enum ProcessKind {
    READ_PIXELS(3),
    PACK_LANES(2),
    UNPACK_LANES(2),
    SLIDING_WINDOW(3),
    BUFFERED_WINDOW(4),
    MATRIX_VECTOR(6),
    POOL_TILES(4),
    POOL_WINDOWS(4),
    /** Two loops, one after the other. */
    ORDER_LOGITS(6),
    WRITE_LOGITS(3);

    private final int baseDepth;

    ProcessKind(int baseDepth) {
        this.baseDepth = baseDepth;
    }

    /**
     * Estimated cycles from reading a word to writing the result, on top of the loop's trips.
     *
     * @param terms values that one adder tree sums
     */
    int pipelineDepth(int terms) {
        return baseDepth + Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(terms, 1) - 1);
    }
}
