/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** The channels of two or more values one after the other, which is also how they lie in CHW order. */
final class Concatenation extends Operation {
    Concatenation(Wiring wiring) {
        super(wiring);
    }

    @Override
    void forward(Shard shard, boolean training) {
        int at = 0;
        for (int input = 0; input < wiring.inputs().size(); input++) {
            float[] source = in(shard, input);
            System.arraycopy(source, 0, out(shard), at, source.length);
            at += source.length;
        }
    }

    @Override
    void backward(Shard shard) {
        int at = 0;
        for (int input = 0; input < wiring.inputs().size(); input++) {
            float[] target = inGradient(shard, input);
            if (target != null) {
                System.arraycopy(outGradient(shard), at, target, 0, target.length);
            }
            at += in(shard, input).length;
        }
    }
}
