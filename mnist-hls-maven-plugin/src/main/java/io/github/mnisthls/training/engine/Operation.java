/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Shape;
import java.util.List;

/** One step of the computation; several operations may make up a layer. Values lie in CHW order, lanes innermost. */
abstract class Operation {
    final Wiring wiring;
    final int index;

    /** Of the first input, which most operations have alone. */
    final Shape input;

    final Shape output;

    Operation(Wiring wiring) {
        this.wiring = wiring;
        this.index = wiring.index();
        this.input = wiring.shapes().get(0);
        this.output = wiring.shape();
    }

    /** Computes the shard's output from its input. */
    abstract void forward(Shard shard, boolean training);

    /**
     * Computes the gradients by inputs and parameters from those by output; only called where it learns or something
     * before it does. Nobody else writes the gradient by an input, so it is set and not added to.
     */
    abstract void backward(Shard shard);

    /** Number of values that it gives. */
    int outputs() {
        return 1;
    }

    /** What its values share with each other. */
    Sharing sharing() {
        return Sharing.NOTHING;
    }

    /** Whether the backward pass reads the output, so that no later operation may take its place. */
    boolean readsOutput() {
        return false;
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
        return in(shard, 0);
    }

    final float[] in(Shard shard, int number) {
        return shard.values[wiring.inputs().get(number)];
    }

    final float[] out(Shard shard) {
        return shard.values[wiring.output()];
    }

    /** Null where nothing before this operation learns. */
    final float[] inGradient(Shard shard) {
        return inGradient(shard, 0);
    }

    final float[] inGradient(Shard shard, int number) {
        return shard.gradients[wiring.inputs().get(number)];
    }

    final float[] outGradient(Shard shard) {
        return outGradient(shard, 0);
    }

    final float[] outGradient(Shard shard, int number) {
        return shard.gradients[wiring.output() + number];
    }

    /** Whether anything before this operation learns. */
    final boolean hasLearnersBefore(Shard shard) {
        return inGradient(shard) != null;
    }

    final float[] scratch(Shard shard) {
        return shard.scratch[index];
    }
}
