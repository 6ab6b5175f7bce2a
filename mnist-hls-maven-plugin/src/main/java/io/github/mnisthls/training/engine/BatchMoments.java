/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import java.util.Arrays;
import java.util.List;

/**
 * First half of a batch normalization: mean and variance of each channel over the whole batch. The values pass
 * unchanged. {@link Normalization} is the second half; between them all shards wait for each other.
 */
final class BatchMoments extends Operation {
    private final Kernels kernels;
    private final BatchStatistics statistics;
    private final float[] parameters;
    private final ParameterBlock gamma;
    private final int pixels;

    BatchMoments(Wiring wiring, Kernels kernels, BatchStatistics statistics, float[] parameters, ParameterBlock gamma) {
        super(wiring);
        this.kernels = kernels;
        this.statistics = statistics;
        this.parameters = parameters;
        this.gamma = gamma;
        this.pixels = input.height() * input.width();
    }

    /** Mean and sum of squared deviations of each channel. */
    @Override
    int scratchSize() {
        return 2 * input.channels();
    }

    @Override
    Sharing sharing() {
        return Sharing.UNCHANGED;
    }

    @Override
    boolean joinsForward() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        if (!training) {
            return;
        }
        float[] sums = new float[LANES];
        for (int channel = 0; channel < input.channels(); channel++) {
            int at = channel * pixels * LANES;
            kernels.sumLanes(in(shard), at, pixels, sums);
            float center = (float) (Sums.ofFirst(sums, shard.count) / ((double) pixels * shard.count));
            kernels.sumProducts(in(shard), in(shard), center, center, at, pixels, sums);
            scratch(shard)[2 * channel] = center;
            scratch(shard)[2 * channel + 1] = (float) Sums.ofFirst(sums, shard.count);
        }
    }

    /** Chan's formula: holds for any split into shards and is free of cancellation. */
    @Override
    void joinForward(List<Shard> shards) {
        for (int channel = 0; channel < input.channels(); channel++) {
            double count = 0;
            double mean = 0;
            double squares = 0;
            for (Shard shard : shards) {
                double more = (double) pixels * shard.count;
                double distance = scratch(shard)[2 * channel] - mean;
                squares += scratch(shard)[2 * channel + 1] + distance * distance * count * more / (count + more);
                mean += distance * more / (count + more);
                count += more;
            }
            statistics.set(channel, mean, squares, count);
        }
    }

    /** Turns the gradient by the normalized values into that by the values, in place. */
    @Override
    void backward(Shard shard) {
        float[] values = in(shard);
        float[] gradients = outGradient(shard);
        for (int channel = 0; channel < input.channels(); channel++) {
            float deviation = statistics.inverseDeviation[channel];
            float scale = parameters[gamma.at() + channel] * deviation;
            float slope = statistics.gradientProductMean[channel] * deviation;
            float shift = statistics.gradientMean[channel] - slope * statistics.mean[channel];
            int end = (channel + 1) * pixels * LANES;
            for (int i = channel * pixels * LANES; i < end; i++) {
                gradients[i] = scale * (gradients[i] - shift - slope * values[i]);
            }
        }
        clearEmptyLanes(gradients, shard.count);
    }

    private static void clearEmptyLanes(float[] gradients, int count) {
        if (count < LANES) {
            for (int i = 0; i < gradients.length; i += LANES) {
                Arrays.fill(gradients, i + count, i + LANES, 0);
            }
        }
    }
}
