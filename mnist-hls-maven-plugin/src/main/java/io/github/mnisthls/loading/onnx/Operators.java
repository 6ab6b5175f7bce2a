/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import java.util.Map;
import java.util.TreeMap;

/** The operators that have counterparts among the layers. */
final class Operators {
    static final Map<String, Operator> ALL = all();

    private Operators() {}

    private static Map<String, Operator> all() {
        Map<String, Operator> all = new TreeMap<>();
        all.put("Conv", new ConvOperator());
        all.put("Gemm", new GemmOperator());
        all.put("MatMul", new MatMulOperator());
        all.put("BatchNormalization", new BatchNormOperator());
        all.putAll(Activations.ALL);
        all.putAll(Pools.ALL);
        all.putAll(Layouts.ALL);
        all.putAll(Resizes.ALL);
        all.putAll(Arithmetic.ALL);
        all.putAll(Endings.ALL);
        return all;
    }
}
