/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/**
 * Rectified linear unit. Its backward pass needs of each output only whether it is positive, so that dropout may take its
 * place: what is dropped has no gradient, whatever its sign was.
 */
final class Rectifier extends Operation {
    private final Kernels kernels;

    Rectifier(Wiring wiring, Kernels kernels) {
        super(wiring);
        this.kernels = kernels;
    }

    @Override
    Sharing sharing() {
        return Sharing.REPLACED;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] source = in(shard);
        float[] target = out(shard);
        for (int i = 0; i < target.length; i++) {
            target[i] = Math.max(source[i], 0);
        }
    }

    @Override
    void backward(Shard shard) {
        kernels.keepPositive(out(shard), outGradient(shard));
    }
}
