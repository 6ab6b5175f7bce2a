/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Shape;
import java.util.List;

/** One step of the computation; several operations may make up a layer. Values lie in CHW order, lanes innermost. */
abstract class Operation {
    final int index;
    final Shape input;
    final Shape output;

    Operation(int index, Shape input, Shape output) {
        this.index = index;
        this.input = input;
        this.output = output;
    }

    /** Computes the shard's output from its input. */
    abstract void forward(Shard shard, boolean training);

    /** Computes the gradients by input and parameters from those by output; not called before the first that learns. */
    abstract void backward(Shard shard);

    /** Whether the output takes the place of the input. */
    boolean inPlace() {
        return false;
    }

    /** Whether the gradient by the input takes the place of that by the output. */
    boolean gradientInPlace() {
        return inPlace();
    }

    /** Whether it has parameters. */
    boolean learns() {
        return false;
    }

    /** Number of values that {@link Shard#scratch} holds for this operation. */
    int scratchSize() {
        return 0;
    }

    /** Whether all shards must have finished this operation before any begins the next. */
    boolean joinsForward() {
        return false;
    }

    /** Combines what the shards found, in their order. */
    void joinForward(List<Shard> shards) {}

    /** Whether all shards must have finished this operation's backward pass before any goes on. */
    boolean joinsBackward() {
        return false;
    }

    /** Combines what the shards found, in their order. */
    void joinBackward(List<Shard> shards) {}

    final float[] in(Shard shard) {
        return shard.values[index];
    }

    final float[] out(Shard shard) {
        return shard.values[index + 1];
    }

    final float[] inGradient(Shard shard) {
        return shard.gradients[index];
    }

    final float[] outGradient(Shard shard) {
        return shard.gradients[index + 1];
    }

    /** Whether anything before this operation learns. */
    final boolean hasLearnersBefore(Shard shard) {
        return shard.gradients[index] != null;
    }

    final float[] scratch(Shard shard) {
        return shard.scratch[index];
    }
}
