/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Shape;

/** Rectified linear unit. */
final class Rectifier extends Operation {
    private final Kernels kernels;

    Rectifier(int index, Shape shape, Kernels kernels) {
        super(index, shape, shape);
        this.kernels = kernels;
    }

    @Override
    boolean inPlace() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] values = out(shard);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], 0);
        }
    }

    @Override
    void backward(Shard shard) {
        kernels.keepPositive(out(shard), outGradient(shard));
    }
}
