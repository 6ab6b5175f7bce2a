/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.Shape;

/** What a convolution or dense layer adds to each output channel: a learned value, or 0. */
final class Bias {
    /** First value of each channel, from {@link #at}. */
    final float[] values;

    final int at;
    private final Shape output;
    private final boolean learns;

    private Bias(float[] values, int at, Shape output, boolean learns) {
        this.values = values;
        this.at = at;
        this.output = output;
        this.learns = learns;
    }

    static Bias of(ParameterTable table, ParameterBlock block, Shape output) {
        return new Bias(table.values(), block.at(), output, true);
    }

    /** A layer without bias. */
    static Bias none(Shape output) {
        return new Bias(new float[output.channels()], 0, output, false);
    }

    /** Sets the gradient by each value: the sum of that by its channel. */
    void backward(Kernels kernels, float[] outGradient, Shard shard) {
        if (!learns) {
            return;
        }
        float[] sums = new float[LANES];
        int pixels = output.height() * output.width();
        for (int channel = 0; channel < output.channels(); channel++) {
            kernels.sumLanes(outGradient, channel * pixels * LANES, pixels, sums);
            shard.parameterGradients[at + channel] = Sums.of(sums, 0, LANES);
        }
    }
}
