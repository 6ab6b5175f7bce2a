/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.NotReadable;

/** Computes nodes whose inputs are constants, as shapes are computed in a file. */
@FunctionalInterface
interface ConstantOperator {
    /**
     * The node's output.
     *
     * @throws NotReadable if it cannot be computed
     */
    Tensor compute(OnnxNode node, TensorReader reader);
}
