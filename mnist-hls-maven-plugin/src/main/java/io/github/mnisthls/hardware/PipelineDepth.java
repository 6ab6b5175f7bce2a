/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** Estimates of the cycles from reading a word to writing what depends on it. */
final class PipelineDepth {
    private PipelineDepth() {}

    /**
     * Of a kernel with an adder tree.
     *
     * @param base  of the kernel without it
     * @param terms values that the tree sums, at least 1
     */
    static int of(int base, int terms) {
        return base + Integer.SIZE - Integer.numberOfLeadingZeros(terms - 1);
    }
}
