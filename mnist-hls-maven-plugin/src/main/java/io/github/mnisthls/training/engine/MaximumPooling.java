/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.Arrays;

/** Largest value of each window; its gradient goes to the first of the largest values. */
final class MaximumPooling extends Operation {
    private final Kernels kernels;
    private final Window window;
    private final int[] taps;

    MaximumPooling(int index, Shape input, Shape output, Window window, Kernels kernels) {
        super(index, input, output);
        this.kernels = kernels;
        this.window = window;
        this.taps = Offsets.taps(input, 1, window.kernelHeight(), window.kernelWidth());
    }

    /** Which value of its window each output is. */
    @Override
    int scratchSize() {
        return Offsets.size(output);
    }

    @Override
    void forward(Shard shard, boolean training) {
        for (int channel = 0; channel < output.channels(); channel++) {
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++) {
                    kernels.maximum(
                            in(shard),
                            inputAt(channel, row, column),
                            taps,
                            out(shard),
                            scratch(shard),
                            outputAt(channel, row, column));
                }
            }
        }
    }

    @Override
    void backward(Shard shard) {
        Arrays.fill(inGradient(shard), 0);
        for (int channel = 0; channel < output.channels(); channel++) {
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++) {
                    kernels.scatterMaximum(
                            outGradient(shard),
                            scratch(shard),
                            outputAt(channel, row, column),
                            inGradient(shard),
                            inputAt(channel, row, column),
                            taps);
                }
            }
        }
    }

    private int inputAt(int channel, int row, int column) {
        int line = channel * input.height() + row * window.strideHeight();
        return (line * input.width() + column * window.strideWidth()) * LANES;
    }

    private int outputAt(int channel, int row, int column) {
        return ((channel * output.height() + row) * output.width() + column) * LANES;
    }
}
