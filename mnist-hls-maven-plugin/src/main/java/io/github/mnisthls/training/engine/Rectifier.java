/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Shape;

/** Rectified linear unit. */
final class Rectifier extends Operation {
    Rectifier(int index, Shape shape) {
        super(index, shape, shape);
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
        float[] values = out(shard);
        float[] gradients = outGradient(shard);
        for (int i = 0; i < values.length; i++) {
            gradients[i] = values[i] > 0 ? gradients[i] : 0;
        }
    }
}
