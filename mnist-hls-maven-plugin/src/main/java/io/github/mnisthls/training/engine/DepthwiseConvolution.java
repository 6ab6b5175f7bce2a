/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.Window;
import java.util.Arrays;

/** A convolution of each channel by itself; its outputs, one or several for each input channel, are neighbors. */
final class DepthwiseConvolution extends Operation {
    private final Kernels kernels;
    private final Frame frame;
    private final Positions positions;

    /** Of one channel. */
    private final int[] taps;

    /** The outputs of one channel. */
    private final int[] multiples;

    private final Matrix[] weights;
    private final ParameterBlock weightBlock;
    private final Bias bias;

    DepthwiseConvolution(
            Wiring wiring, Window window, Kernels kernels, float[] parameters, ParameterBlock weightBlock, Bias bias) {
        super(wiring);
        this.kernels = kernels;
        this.frame = new Frame(input, window.padding());
        this.positions = new Positions(frame.outer, output, window);
        this.taps = Offsets.taps(frame.outer, 1, window);
        this.multiples = Offsets.steps(output.channels() / input.channels(), output.height() * output.width() * LANES);
        this.weights = new Matrix[input.channels()];
        int size = multiples.length * taps.length;
        for (int channel = 0; channel < weights.length; channel++) {
            int at = weightBlock.at() + channel * size;
            weights[channel] = Matrix.of(parameters, at, multiples.length, taps.length);
        }
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
        for (int channel = 0; channel < weights.length; channel++) {
            int first = channel * multiples.length;
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++) {
                    kernels.multiply(
                            weights[channel],
                            bias.values,
                            bias.at + first,
                            source,
                            positions.inputAt(channel, row, column),
                            taps,
                            out(shard),
                            positions.outputAt(first, row, column),
                            multiples);
                }
            }
        }
    }

    @Override
    void backward(Shard shard) {
        bias.backward(kernels, outGradient(shard), shard);
        for (int channel = 0; channel < weights.length; channel++) {
            weightGradients(shard, channel);
        }
        if (hasLearnersBefore(shard)) {
            float[] target = frame.isNone() ? inGradient(shard) : new float[Offsets.size(frame.outer)];
            Arrays.fill(target, 0);
            for (int channel = 0; channel < weights.length; channel++) {
                inputGradients(shard, channel, target);
            }
            if (!frame.isNone()) {
                frame.extract(target, inGradient(shard));
            }
        }
    }

    private void weightGradients(Shard shard, int channel) {
        float[] source = frame.isNone() ? in(shard) : scratch(shard);
        int size = multiples.length * taps.length;
        float[] partials = new float[size * Kernels.PARTIAL_SUMS];
        for (int row = 0; row < output.height(); row++) {
            kernels.correlate(
                    outGradient(shard),
                    positions.outputAt(channel * multiples.length, row, 0),
                    multiples,
                    source,
                    positions.inputAt(channel, row, 0),
                    taps,
                    positions.step(),
                    output.width(),
                    partials);
        }
        for (int i = 0; i < size; i++) {
            shard.parameterGradients[weightBlock.at() + channel * size + i] =
                    Sums.of(partials, i * Kernels.PARTIAL_SUMS, Kernels.PARTIAL_SUMS);
        }
    }

    private void inputGradients(Shard shard, int channel, float[] target) {
        Matrix transposed = weights[channel].transposed();
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                kernels.multiplyAdd(
                        transposed,
                        outGradient(shard),
                        positions.outputAt(channel * multiples.length, row, column),
                        multiples,
                        target,
                        positions.inputAt(channel, row, column),
                        taps);
            }
        }
    }
}
