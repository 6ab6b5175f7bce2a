/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * A FIFO between two processes.
 *
 * @param name      legal in C++, unique in the plan
 * @param value     number of the value that it carries: 0 is the image, {@code i + 1} what node {@code i} gives
 * @param lanes     values per word
 * @param valueBits width of a value
 * @param depth     words
 * @param writer    number of the process that writes it
 * @param reader    number of the process that reads it
 */
public record StreamPlan(String name, int value, int lanes, int valueBits, int depth, int writer, int reader) {
    public int wordBits() {
        return lanes * valueBits;
    }
}
