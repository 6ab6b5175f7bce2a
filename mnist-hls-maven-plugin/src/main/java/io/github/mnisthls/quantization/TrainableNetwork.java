/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;

/**
 * A folded float network, and how it has to be rounded in its forward pass to give what its integers give.
 *
 * @param formats to quantize it in when it is trained
 */
public record TrainableNetwork(Network folded, FormatPlan formats, RoundingPlan rounding) {
    /**
     * Chooses the formats.
     *
     * @param folded      without batch normalization and dropout, as {@link FoldBatchNorm} gives it
     * @param calibration training images, of the network's input shape; at least one
     * @param threads     at least 1; the result does not depend on it
     */
    public static TrainableNetwork of(Network folded, Precision precision, LabeledImages calibration, int threads) {
        return Quantizer.trainable(folded, precision, calibration, threads);
    }
}
