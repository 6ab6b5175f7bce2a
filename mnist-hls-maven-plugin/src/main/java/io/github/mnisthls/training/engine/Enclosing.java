/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Padding;

/** Zeros around each image. */
final class Enclosing extends Operation {
    private final Frame frame;

    Enclosing(Wiring wiring, Padding padding) {
        super(wiring);
        this.frame = new Frame(input, padding);
    }

    /** A later operation that takes the place of the output would leave its results in the zeros around the image. */
    @Override
    boolean readsOutput() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        frame.enclose(in(shard), out(shard));
    }

    @Override
    void backward(Shard shard) {
        frame.extract(outGradient(shard), inGradient(shard));
    }
}
