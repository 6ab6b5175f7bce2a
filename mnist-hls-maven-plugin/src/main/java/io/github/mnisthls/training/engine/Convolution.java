/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Window;
import java.util.Arrays;

/** A convolution, computed directly: one matrix product per output pixel, with the images of the shard side by side. */
final class Convolution extends Operation {
    private final Kernels kernels;
    private final Frame frame;
    private final Positions positions;
    private final int[] taps;
    private final int[] filters;
    private final Matrix weights;
    private final ParameterBlock weightBlock;
    private final Bias bias;

    Convolution(
            Wiring wiring, Window window, Kernels kernels, float[] parameters, ParameterBlock weightBlock, Bias bias) {
        super(wiring);
        this.kernels = kernels;
        this.frame = new Frame(input, window.padding());
        this.positions = new Positions(frame.outer, output, window);
        this.taps = Offsets.taps(frame.outer, input.channels(), window);
        this.filters = Offsets.channels(output);
        this.weights = Matrix.of(parameters, weightBlock.at(), output.channels(), taps.length);
        this.weightBlock = weightBlock;
        this.bias = bias;
    }

    /** The padded input, where there is padding. */
    @Override
    int scratchSize() {
        return frame.scratchSize();
    }

    @Override
    boolean learns() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] source = frame.framed(in(shard), scratch(shard));
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                kernels.multiply(
                        weights,
                        bias.values,
                        bias.at,
                        source,
                        positions.inputAt(row, column),
                        taps,
                        out(shard),
                        positions.outputAt(row, column),
                        filters);
            }
        }
    }

    @Override
    void backward(Shard shard) {
        bias.backward(kernels, outGradient(shard), shard);
        weightGradients(shard);
        if (hasLearnersBefore(shard)) {
            inputGradients(shard);
        }
    }

    private void weightGradients(Shard shard) {
        float[] source = frame.isNone() ? in(shard) : scratch(shard);
        float[] partials = new float[weightBlock.size() * Kernels.PARTIAL_SUMS];
        for (int row = 0; row < output.height(); row++) {
            kernels.correlate(
                    outGradient(shard),
                    positions.outputAt(row, 0),
                    filters,
                    source,
                    positions.inputAt(row, 0),
                    taps,
                    positions.step(),
                    output.width(),
                    partials);
        }
        for (int i = 0; i < weightBlock.size(); i++) {
            shard.parameterGradients[weightBlock.at() + i] =
                    Sums.of(partials, i * Kernels.PARTIAL_SUMS, Kernels.PARTIAL_SUMS);
        }
    }

    private void inputGradients(Shard shard) {
        float[] target = frame.isNone() ? inGradient(shard) : new float[Offsets.size(frame.outer)];
        Arrays.fill(target, 0);
        Matrix transposed = weights.transposed();
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                kernels.multiplyAdd(
                        transposed,
                        outGradient(shard),
                        positions.outputAt(row, column),
                        filters,
                        target,
                        positions.inputAt(row, column),
                        taps);
            }
        }
        if (!frame.isNone()) {
            frame.extract(target, inGradient(shard));
        }
    }
}
