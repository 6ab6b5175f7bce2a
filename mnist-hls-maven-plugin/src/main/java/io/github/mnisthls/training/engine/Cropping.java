/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Padding;
import java.util.Arrays;

/** The image without its edges. */
final class Cropping extends Operation {
    private final Frame frame;

    Cropping(Wiring wiring, Padding margin) {
        super(wiring);
        this.frame = new Frame(output, margin);
    }

    @Override
    void forward(Shard shard, boolean training) {
        frame.extract(in(shard), out(shard));
    }

    @Override
    void backward(Shard shard) {
        Arrays.fill(inGradient(shard), 0);
        frame.enclose(outGradient(shard), inGradient(shard));
    }
}
