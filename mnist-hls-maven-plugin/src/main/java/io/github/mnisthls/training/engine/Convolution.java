/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.Arrays;

/** A convolution, computed directly: one matrix product per output pixel, with the images of the shard side by side. */
final class Convolution extends Operation {
    private final Kernels kernels;
    private final Window window;
    private final Shape padded;
    private final int[] taps;
    private final int[] filters;
    private final Matrix weights;
    private final ParameterBlock weightBlock;
    private final ParameterBlock biasBlock;

    Convolution(
            int index,
            Shape input,
            Shape output,
            Window window,
            Kernels kernels,
            float[] parameters,
            ParameterBlock weightBlock,
            ParameterBlock biasBlock) {
        super(index, input, output);
        this.kernels = kernels;
        this.window = window;
        Padding padding = window.padding();
        this.padded = new Shape(
                input.channels(),
                input.height() + padding.top() + padding.bottom(),
                input.width() + padding.left() + padding.right());
        this.taps = Offsets.taps(padded, input.channels(), window.kernelHeight(), window.kernelWidth());
        this.filters = Offsets.channels(output);
        this.weights = Matrix.of(parameters, weightBlock.at(), output.channels(), taps.length);
        this.weightBlock = weightBlock;
        this.biasBlock = biasBlock;
    }

    /** The padded input, where there is padding. */
    @Override
    int scratchSize() {
        return isPadded() ? Offsets.size(padded) : 0;
    }

    @Override
    boolean learns() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] source = in(shard);
        float[] target = out(shard);
        if (isPadded()) {
            source = scratch(shard);
            copyRows(in(shard), source, true);
        }
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                kernels.multiply(
                        weights,
                        weights.values,
                        biasBlock.at(),
                        source,
                        inputAt(row, column),
                        taps,
                        target,
                        outputAt(row, column),
                        filters);
            }
        }
    }

    @Override
    void backward(Shard shard) {
        biasGradients(shard);
        weightGradients(shard);
        if (hasLearnersBefore(shard)) {
            inputGradients(shard);
        }
    }

    private void biasGradients(Shard shard) {
        float[] sums = new float[LANES];
        for (int filter = 0; filter < output.channels(); filter++) {
            kernels.sumLanes(outGradient(shard), filters[filter], output.height() * output.width(), sums);
            shard.parameterGradients[biasBlock.at() + filter] = Sums.of(sums, 0, LANES);
        }
    }

    private void weightGradients(Shard shard) {
        float[] source = isPadded() ? scratch(shard) : in(shard);
        float[] partials = new float[weightBlock.size() * Kernels.PARTIAL_SUMS];
        int step = window.strideWidth() * LANES;
        for (int row = 0; row < output.height(); row++) {
            kernels.correlate(
                    outGradient(shard),
                    outputAt(row, 0),
                    filters,
                    source,
                    inputAt(row, 0),
                    taps,
                    step,
                    output.width(),
                    partials);
        }
        for (int i = 0; i < weightBlock.size(); i++) {
            shard.parameterGradients[weightBlock.at() + i] =
                    Sums.of(partials, i * Kernels.PARTIAL_SUMS, Kernels.PARTIAL_SUMS);
        }
    }

    private void inputGradients(Shard shard) {
        float[] target = isPadded() ? new float[Offsets.size(padded)] : inGradient(shard);
        Arrays.fill(target, 0);
        Matrix transposed = weights.transposed();
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                kernels.multiplyAdd(
                        transposed,
                        outGradient(shard),
                        outputAt(row, column),
                        filters,
                        target,
                        inputAt(row, column),
                        taps);
            }
        }
        if (isPadded()) {
            copyRows(inGradient(shard), target, false);
        }
    }

    private void copyRows(float[] plain, float[] withPadding, boolean toPadded) {
        int length = input.width() * LANES;
        for (int channel = 0; channel < input.channels(); channel++) {
            for (int row = 0; row < input.height(); row++) {
                int at = (channel * input.height() + row) * length;
                int paddedRow =
                        channel * padded.height() + row + window.padding().top();
                int paddedAt = (paddedRow * padded.width() + window.padding().left()) * LANES;
                if (toPadded) {
                    System.arraycopy(plain, at, withPadding, paddedAt, length);
                } else {
                    System.arraycopy(withPadding, paddedAt, plain, at, length);
                }
            }
        }
    }

    private boolean isPadded() {
        return !window.padding().isNone();
    }

    private int inputAt(int row, int column) {
        return (row * window.strideHeight() * padded.width() + column * window.strideWidth()) * LANES;
    }

    private int outputAt(int row, int column) {
        return (row * output.width() + column) * LANES;
    }
}
