/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import java.util.Arrays;

/** A dense layer. */
final class FullyConnected extends Operation {
    private final Kernels kernels;
    private final int[] inputs;
    private final int[] units;
    private final Matrix weights;
    private final ParameterBlock weightBlock;
    private final Bias bias;

    /** Inputs rounded up to whole groups of {@link Kernels#LANES}. */
    private final int stride;

    private final int[] images;

    FullyConnected(Wiring wiring, Kernels kernels, float[] parameters, ParameterBlock weightBlock, Bias bias) {
        super(wiring);
        this.kernels = kernels;
        this.inputs = Offsets.steps(input.size(), LANES);
        this.units = Offsets.steps(output.size(), LANES);
        this.weights = Matrix.of(parameters, weightBlock.at(), output.size(), input.size());
        this.weightBlock = weightBlock;
        this.bias = bias;
        this.stride = (input.size() + LANES - 1) / LANES * LANES;
        this.images = Offsets.steps(LANES, stride);
    }

    @Override
    boolean learns() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        kernels.multiply(weights, bias.values, bias.at, in(shard), 0, inputs, out(shard), 0, units);
    }

    @Override
    void backward(Shard shard) {
        weightGradients(shard);
        bias.backward(kernels, outGradient(shard), shard);
        if (hasLearnersBefore(shard)) {
            Arrays.fill(inGradient(shard), 0);
            kernels.multiplyAdd(weights.transposed(), outGradient(shard), 0, units, inGradient(shard), 0, inputs);
        }
    }

    /** Here the inputs lie side by side and the images are what is summed over, so that no lanes need adding up. */
    private void weightGradients(Shard shard) {
        float[] transposed = transposed(in(shard));
        float[] target = shard.parameterGradients;
        Arrays.fill(target, weightBlock.at(), weightBlock.end(), 0);
        Matrix gradients = Matrix.of(outGradient(shard), 0, output.size(), LANES);
        int[] rows = Offsets.steps(output.size(), input.size());
        int whole = input.size() / LANES * LANES;
        for (int i = 0; i < whole; i += LANES) {
            kernels.multiplyAdd(gradients, transposed, i, images, target, weightBlock.at() + i, rows);
        }
        if (whole < input.size()) {
            float[] rest = new float[output.size() * LANES];
            kernels.multiplyAdd(gradients, transposed, whole, images, rest, 0, units);
            for (int unit = 0; unit < output.size(); unit++) {
                int to = weightBlock.at() + rows[unit] + whole;
                System.arraycopy(rest, units[unit], target, to, input.size() - whole);
            }
        }
    }

    private float[] transposed(float[] values) {
        float[] result = new float[LANES * stride];
        for (int i = 0; i < input.size(); i++) {
            for (int image = 0; image < LANES; image++) {
                result[image * stride + i] = values[i * LANES + image];
            }
        }
        return result;
    }
}
