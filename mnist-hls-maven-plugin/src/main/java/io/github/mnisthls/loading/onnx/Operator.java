/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;

/** Reads nodes of one kind that depend on the image. */
@FunctionalInterface
interface Operator {
    /**
     * Adds the layers that compute the node; gives its first output.
     *
     * @throws NotReadable if none do
     */
    Signal read(OnnxNode node, LayerCollector network);
}
