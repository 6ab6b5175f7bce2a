/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

/**
 * A node's value times a power of two, or the negative of that.
 *
 * @param node  of an {@link AdderGraph}
 * @param shift to the left, at least 0
 */
public record Term(int node, int shift, boolean negative) {
    public Term {
        if (node < 0 || shift < 0) {
            throw new IllegalArgumentException("node " + node + ", shift " + shift);
        }
    }

    Term shifted(int more) {
        return new Term(node, shift + more, negative);
    }

    Term signed(boolean flipped) {
        return flipped ? new Term(node, shift, !negative) : this;
    }
}
