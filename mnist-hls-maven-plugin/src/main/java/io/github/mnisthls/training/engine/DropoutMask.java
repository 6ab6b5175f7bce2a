/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.SeededRandom;

/** Sets values to zero at random while training and scales up the others, so that the expected sum stays. */
final class DropoutMask extends Operation {
    private final double rate;

    DropoutMask(Wiring wiring, double rate) {
        super(wiring);
        this.rate = rate;
    }

    @Override
    Sharing sharing() {
        return Sharing.REPLACED;
    }

    /** The factor of each value. */
    @Override
    int scratchSize() {
        return Offsets.size(input);
    }

    @Override
    void forward(Shard shard, boolean training) {
        if (out(shard) != in(shard)) {
            System.arraycopy(in(shard), 0, out(shard), 0, out(shard).length);
        }
        if (!training || rate == 0) {
            return;
        }
        float[] factors = scratch(shard);
        float kept = (float) (1 / (1 - rate));
        SeededRandom random = new SeededRandom(shard.seed, index);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = random.nextDouble() < rate ? 0 : kept;
        }
        scale(out(shard), factors);
    }

    @Override
    void backward(Shard shard) {
        if (rate > 0) {
            scale(outGradient(shard), scratch(shard));
        }
    }

    private static void scale(float[] values, float[] factors) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }
}
