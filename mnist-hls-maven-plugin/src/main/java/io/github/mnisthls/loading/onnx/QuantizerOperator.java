/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;

/** Reads quantizers, of constants and of what depends on the image. */
@FunctionalInterface
interface QuantizerOperator {
    /**
     * A {@link Tensor}, a {@link Signal}, or {@link Integers}.
     *
     * @throws NotReadable if no format does what the node does
     */
    Object read(OnnxNode node, LayerCollector network);
}
