/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * A FIFO between two processes.
 *
 * @param name      legal in C++, unique in the plan
 * @param layer     index of the layer whose values it carries as input; the number of layers for the logits
 * @param lanes     values per word
 * @param valueBits width of a value
 * @param depth     words
 */
public record StreamPlan(String name, int layer, int lanes, int valueBits, int depth) {
    public int wordBits() {
        return lanes * valueBits;
    }
}
