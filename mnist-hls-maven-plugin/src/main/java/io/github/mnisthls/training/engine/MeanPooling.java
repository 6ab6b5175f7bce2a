/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.Arrays;

/** Mean value of each window. */
final class MeanPooling extends Operation {
    private final Kernels kernels;
    private final Window window;
    private final int[] taps;
    private final Matrix weights;
    private final Matrix transposed;

    MeanPooling(int index, Shape input, Shape output, Window window, Kernels kernels) {
        super(index, input, output);
        this.kernels = kernels;
        this.window = window;
        this.taps = Offsets.taps(input, 1, window.kernelHeight(), window.kernelWidth());
        float[] shares = new float[taps.length];
        Arrays.fill(shares, 1f / taps.length);
        this.weights = Matrix.of(shares, 0, 1, taps.length);
        this.transposed = weights.transposed();
    }

    @Override
    void forward(Shard shard, boolean training) {
        Arrays.fill(out(shard), 0);
        int[] target = {0};
        for (int i = 0; i < output.size(); i++) {
            kernels.multiplyAdd(weights, in(shard), inputAt(i), taps, out(shard), i * LANES, target);
        }
    }

    @Override
    void backward(Shard shard) {
        Arrays.fill(inGradient(shard), 0);
        int[] source = {0};
        for (int i = 0; i < output.size(); i++) {
            kernels.multiplyAdd(transposed, outGradient(shard), i * LANES, source, inGradient(shard), inputAt(i), taps);
        }
    }

    /** Upper left corner of the window of output {@code i}, counted in CHW order. */
    private int inputAt(int i) {
        int column = i % output.width();
        int row = i / output.width() % output.height();
        int channel = i / (output.width() * output.height());
        int line = channel * input.height() + row * window.strideHeight();
        return (line * input.width() + column * window.strideWidth()) * LANES;
    }
}
