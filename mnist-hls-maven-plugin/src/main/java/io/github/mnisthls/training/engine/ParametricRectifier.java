/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

/** A rectifier that lets negative values pass by a learned share, one for each channel. */
final class ParametricRectifier extends Operation {
    private final float[] parameters;
    private final ParameterBlock slopes;

    /** Values of one channel, of all images. */
    private final int size;

    ParametricRectifier(Wiring wiring, float[] parameters, ParameterBlock slopes) {
        super(wiring);
        this.parameters = parameters;
        this.slopes = slopes;
        this.size = input.height() * input.width() * LANES;
    }

    @Override
    Sharing sharing() {
        return Sharing.GRADIENT;
    }

    @Override
    boolean learns() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] source = in(shard);
        float[] target = out(shard);
        for (int channel = 0; channel < input.channels(); channel++) {
            float slope = parameters[slopes.at() + channel];
            for (int i = channel * size; i < (channel + 1) * size; i++) {
                target[i] = source[i] > 0 ? source[i] : slope * source[i];
            }
        }
    }

    @Override
    void backward(Shard shard) {
        float[] values = in(shard);
        float[] gradient = outGradient(shard);
        for (int channel = 0; channel < input.channels(); channel++) {
            float[] sums = new float[LANES];
            for (int i = channel * size; i < (channel + 1) * size; i++) {
                sums[i % LANES] += Math.min(values[i], 0) * gradient[i];
            }
            shard.parameterGradients[slopes.at() + channel] = Sums.of(sums, 0, LANES);
            if (hasLearnersBefore(shard)) {
                float slope = parameters[slopes.at() + channel];
                float[] target = inGradient(shard);
                for (int i = channel * size; i < (channel + 1) * size; i++) {
                    target[i] = values[i] > 0 ? gradient[i] : slope * gradient[i];
                }
            }
        }
    }
}
