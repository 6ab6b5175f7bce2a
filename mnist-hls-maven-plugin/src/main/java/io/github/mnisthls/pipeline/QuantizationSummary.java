/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import java.util.List;

/**
 * The network and what the test images say of it; the same on every machine.
 *
 * @param parameters trained values of the float network
 * @param macs       multiply-accumulates per image
 * @param images     how many test images there are
 * @param float32    fraction of them that the float network classifies right
 * @param folded     the same after batch-norm folding
 * @param quantized  the same in exact integers
 * @param flips      test images whose class in exact integers is another than in float32
 * @param warnings   what the accuracies say that nobody may overlook
 */
record QuantizationSummary(
        String name,
        int parameters,
        long macs,
        String precision,
        int images,
        double float32,
        double folded,
        double quantized,
        int flips,
        List<String> warnings) {
    static final String FILE = "summary.json";
}
