/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.quantization.ValueRounding;
import java.util.Arrays;

/** Rounds, and has the derivative that rounding has: none where it is defined. So no gradient passes. */
final class GradientlessRounding extends Rounding {
    GradientlessRounding(Wiring wiring, ValueRounding rounding, Kernels kernels) {
        super(wiring, rounding, kernels);
    }

    @Override
    void backward(Shard shard) {
        Arrays.fill(outGradient(shard), 0);
    }
}
