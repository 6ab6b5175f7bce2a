/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.network.Shape;

/** Sets values to zero at random while training and scales up the others, so that the expected sum stays. */
final class DropoutMask extends Operation {
    private final double rate;

    DropoutMask(int index, Shape shape, double rate) {
        super(index, shape, shape);
        this.rate = rate;
    }

    @Override
    boolean inPlace() {
        return true;
    }

    /** The factor of each value. */
    @Override
    int scratchSize() {
        return Offsets.size(input);
    }

    @Override
    void forward(Shard shard, boolean training) {
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
