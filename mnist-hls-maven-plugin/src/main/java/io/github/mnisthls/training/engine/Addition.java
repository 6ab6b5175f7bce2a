/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** The sum of two or more values of one shape. */
final class Addition extends Operation {
    Addition(Wiring wiring) {
        super(wiring);
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] target = out(shard);
        System.arraycopy(in(shard), 0, target, 0, target.length);
        for (int input = 1; input < wiring.inputs().size(); input++) {
            float[] more = in(shard, input);
            for (int i = 0; i < target.length; i++) {
                target[i] += more[i];
            }
        }
    }

    @Override
    void backward(Shard shard) {
        float[] gradient = outGradient(shard);
        for (int input = 0; input < wiring.inputs().size(); input++) {
            float[] target = inGradient(shard, input);
            if (target != null) {
                System.arraycopy(gradient, 0, target, 0, target.length);
            }
        }
    }
}
