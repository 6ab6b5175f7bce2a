/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

/**
 * The network and what the test images say of it; the same on every machine.
 *
 * @param parameters trained values of the float network
 * @param macs       multiply-accumulates per image
 * @param images     how many test images there are
 * @param float32    fraction of them that the float network classifies right
 * @param folded     the same after batch-norm folding
 * @param quantized  the same in exact integers
 */
record QuantizationSummary(
        String name,
        int parameters,
        long macs,
        String precision,
        int images,
        double float32,
        double folded,
        double quantized) {
    static final String FILE = "summary.json";
}
