/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.quantization.ValueRounding;

/** A value that stays as it is where another network rounds it. */
final class UnroundedValue extends Rounding {
    UnroundedValue(Wiring wiring, ValueRounding rounding, Kernels kernels) {
        super(wiring, rounding, kernels);
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] from = in(shard);
        System.arraycopy(from, 0, out(shard), 0, from.length);
    }

    /** The gradients before and after share an array. */
    @Override
    void backward(Shard shard) {}
}
