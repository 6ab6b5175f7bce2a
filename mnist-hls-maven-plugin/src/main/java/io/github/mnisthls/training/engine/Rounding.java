/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.quantization.ValueRounding;
import java.util.Optional;

/**
 * Rounds each value as the hardware does. The gradient passes straight through where nothing is cut and the value is in
 * range, and stops elsewhere.
 */
class Rounding extends Operation {
    private final ValueRounding rounding;
    private final Optional<Steps> steps;
    private final float least;
    private final float greatest;
    private final Kernels kernels;

    Rounding(Wiring wiring, ValueRounding rounding, Kernels kernels) {
        super(wiring);
        this.rounding = rounding;
        this.steps = Steps.of(rounding.format(), rounding.least(), rounding.greatest());
        this.least = (float) rounding.least();
        this.greatest = (float) rounding.greatest();
        this.kernels = kernels;
    }

    @Override
    Sharing sharing() {
        return Sharing.GRADIENT;
    }

    @Override
    void forward(Shard shard, boolean training) {
        round(in(shard), out(shard));
    }

    /** Rounds the values of all lanes. */
    final void round(float[] from, float[] to) {
        if (steps.isPresent()) {
            kernels.round(from, steps.get(), to);
        } else {
            for (int i = 0; i < to.length; i++) {
                to[i] = (float) rounding.round(from[i]);
            }
        }
    }

    /** How it rounds. */
    final ValueRounding how() {
        return rounding;
    }

    @Override
    void backward(Shard shard) {
        kernels.keepInside(in(shard), least, greatest, outGradient(shard));
    }
}
