/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Window;
import java.util.Arrays;

/** Largest value of each window; its gradient goes to the first of the largest values. Padding never wins. */
final class MaximumPooling extends Operation {
    private final Kernels kernels;
    private final Frame frame;
    private final Positions positions;
    private final int[] taps;

    MaximumPooling(Wiring wiring, Window window, Kernels kernels) {
        super(wiring);
        this.kernels = kernels;
        this.frame = new Frame(input, window.padding());
        this.positions = new Positions(frame.outer, output, window);
        this.taps = Offsets.taps(frame.outer, 1, window);
    }

    /** Which value of its window each output is. */
    @Override
    int scratchSize() {
        return Offsets.size(output);
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] source = in(shard);
        if (!frame.isNone()) {
            source = new float[Offsets.size(frame.outer)];
            Arrays.fill(source, Float.NEGATIVE_INFINITY);
            frame.enclose(in(shard), source);
        }
        for (int channel = 0; channel < output.channels(); channel++) {
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++) {
                    kernels.maximum(
                            source,
                            positions.inputAt(channel, row, column),
                            taps,
                            out(shard),
                            scratch(shard),
                            positions.outputAt(channel, row, column));
                }
            }
        }
    }

    @Override
    void backward(Shard shard) {
        float[] target = frame.isNone() ? inGradient(shard) : new float[Offsets.size(frame.outer)];
        Arrays.fill(target, 0);
        for (int channel = 0; channel < output.channels(); channel++) {
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++) {
                    kernels.scatterMaximum(
                            outGradient(shard),
                            scratch(shard),
                            positions.outputAt(channel, row, column),
                            target,
                            positions.inputAt(channel, row, column),
                            taps);
                }
            }
        }
        if (!frame.isNone()) {
            frame.extract(target, inGradient(shard));
        }
    }
}
