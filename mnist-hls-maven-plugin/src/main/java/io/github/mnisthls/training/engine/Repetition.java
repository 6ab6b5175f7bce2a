/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import java.util.Arrays;

/** Each row and column several times. */
final class Repetition extends Operation {
    private final int rows;
    private final int columns;

    Repetition(Wiring wiring, int rows, int columns) {
        super(wiring);
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    void forward(Shard shard, boolean training) {
        for (int i = 0; i < output.size(); i++) {
            System.arraycopy(in(shard), sourceOf(i), out(shard), i * LANES, LANES);
        }
    }

    @Override
    void backward(Shard shard) {
        float[] gradient = outGradient(shard);
        float[] target = inGradient(shard);
        Arrays.fill(target, 0);
        for (int i = 0; i < output.size(); i++) {
            int at = sourceOf(i);
            for (int lane = 0; lane < LANES; lane++) {
                target[at + lane] += gradient[i * LANES + lane];
            }
        }
    }

    /** Where the value lies that output {@code i}, counted in CHW order, repeats. */
    private int sourceOf(int i) {
        int column = i % output.width() / columns;
        int line = i / output.width();
        int row = line % output.height() / rows;
        int channel = line / output.height();
        return ((channel * input.height() + row) * input.width() + column) * LANES;
    }
}
