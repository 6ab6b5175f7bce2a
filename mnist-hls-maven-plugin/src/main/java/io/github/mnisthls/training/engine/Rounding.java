/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.quantization.ValueRounding;

/**
 * Rounds each value as the hardware does. The gradient passes straight through where nothing is cut and the value is in
 * range, and stops elsewhere.
 */
final class Rounding extends Operation {
    /** Adding and taking away this rounds a smaller float to the nearest integer, half to even. */
    private static final float ROUNDER = 1.5f * (1 << 23);

    /** Bits of numbers that {@link #ROUNDER} rounds. */
    private static final int SMALL_BITS = 21;

    private static final int LARGEST_SCALE = 100;

    private final ValueRounding rounding;
    private final boolean isPlain;
    private final float least;
    private final float greatest;
    private final float perStep;
    private final float step;

    Rounding(Wiring wiring, ValueRounding rounding) {
        super(wiring);
        this.rounding = rounding;
        this.isPlain = isPlain(rounding);
        this.least = (float) rounding.least();
        this.greatest = (float) rounding.greatest();
        int fraction = rounding.format().fractionBits();
        this.perStep = Math.scalb(1f, fraction);
        this.step = Math.scalb(1f, -fraction);
    }

    /** Whether it is half up, with ends that are values of the format. */
    private static boolean isPlain(ValueRounding rounding) {
        return rounding.format().rounding() == io.github.mnisthls.fixedpoint.Rounding.AP_RND
                && rounding.format().overflow() == Overflow.AP_SAT
                && rounding.format().width() <= SMALL_BITS
                && Math.abs(rounding.format().fractionBits()) <= LARGEST_SCALE
                && rounding.round(rounding.least()) == rounding.least()
                && rounding.round(rounding.greatest()) == rounding.greatest();
    }

    @Override
    Sharing sharing() {
        return Sharing.GRADIENT;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] from = in(shard);
        float[] to = out(shard);
        if (isPlain) {
            roundHalfUp(from, to);
        } else {
            for (int i = 0; i < to.length; i++) {
                to[i] = (float) rounding.round(from[i]);
            }
        }
    }

    private void roundHalfUp(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            float steps = Math.min(Math.max(from[i], least), greatest) * perStep;
            float nearest = steps + ROUNDER - ROUNDER;
            to[i] = (steps - nearest == 0.5f ? nearest + 1 : nearest) * step;
        }
    }

    @Override
    void backward(Shard shard) {
        float[] values = in(shard);
        float[] gradient = outGradient(shard);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = values[i] >= least && values[i] <= greatest ? gradient[i] : 0;
        }
    }
}
