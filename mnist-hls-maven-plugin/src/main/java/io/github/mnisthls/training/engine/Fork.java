/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** A value that several operations take: one number for each of them, whose gradients are summed. */
final class Fork extends Operation {
    private final int outputs;

    Fork(Wiring wiring, int outputs) {
        super(wiring);
        this.outputs = outputs;
    }

    @Override
    int outputs() {
        return outputs;
    }

    @Override
    Sharing sharing() {
        return Sharing.UNCHANGED;
    }

    @Override
    void forward(Shard shard, boolean training) {}

    /** The first gradient is already where the sum goes. */
    @Override
    void backward(Shard shard) {
        float[] sum = inGradient(shard);
        for (int i = 1; i < outputs; i++) {
            float[] more = outGradient(shard, i);
            for (int k = 0; k < sum.length; k++) {
                sum[k] += more[k];
            }
        }
    }
}
