/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** Up to {@link Kernels#LANES} images of a batch, computed by one thread: their activations and gradients. */
final class Shard {
    /** Position in the batch; results are added up in this order, whatever thread computed them. */
    final int position;

    /** Number of the value that holds the logits. */
    private final int output;

    /** The values that the operations take and give, by number: 0 is the image; some share one array. */
    final float[][] values;

    /** Gradients of the loss by {@link #values}, zero in lanes without an image; null where nothing learns. */
    final float[][] gradients;

    /** Gradients of the loss by the parameters. */
    final float[] parameterGradients;

    /** Whatever an operation keeps from its forward to its backward pass. */
    final float[][] scratch;

    final int[] labels = new int[Kernels.LANES];

    /** Images in this shard; the lanes behind them hold nothing of meaning. */
    int count;

    /** Decides what dropout leaves out. */
    long seed;

    double loss;
    int correct;

    Shard(int position, int output, float[][] values, float[][] gradients, float[][] scratch, int parameterCount) {
        this.position = position;
        this.output = output;
        this.values = values;
        this.gradients = gradients;
        this.scratch = scratch;
        this.parameterGradients = new float[parameterCount];
    }

    float[] logits() {
        return values[output];
    }

    float[] logitGradients() {
        return gradients[output];
    }
}
