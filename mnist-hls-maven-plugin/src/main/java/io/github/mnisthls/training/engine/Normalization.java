/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import java.util.List;

/** Second half of a batch normalization, behind {@link BatchMoments}. */
final class Normalization extends Operation {
    private final Kernels kernels;
    private final BatchStatistics statistics;
    private final float[] parameters;
    private final ParameterBlock gamma;
    private final ParameterBlock beta;
    private final int pixels;

    Normalization(
            Wiring wiring,
            Kernels kernels,
            BatchStatistics statistics,
            float[] parameters,
            ParameterBlock gamma,
            ParameterBlock beta) {
        super(wiring);
        this.kernels = kernels;
        this.statistics = statistics;
        this.parameters = parameters;
        this.gamma = gamma;
        this.beta = beta;
        this.pixels = input.height() * input.width();
    }

    @Override
    Sharing sharing() {
        return Sharing.GRADIENT;
    }

    @Override
    boolean learns() {
        return true;
    }

    @Override
    boolean joinsBackward() {
        return true;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] from = in(shard);
        float[] to = out(shard);
        for (int channel = 0; channel < input.channels(); channel++) {
            float deviation =
                    training ? statistics.inverseDeviation[channel] : statistics.runningInverseDeviation(channel);
            float mean = training ? statistics.mean[channel] : statistics.runningMean[channel];
            float scale = parameters[gamma.at() + channel] * deviation;
            float shift = parameters[beta.at() + channel] - scale * mean;
            int end = (channel + 1) * pixels * LANES;
            for (int i = channel * pixels * LANES; i < end; i++) {
                to[i] = scale * from[i] + shift;
            }
        }
    }

    /** Sums over this shard; the gradient itself waits for the sums over all of them. */
    @Override
    void backward(Shard shard) {
        float[] sums = new float[LANES];
        for (int channel = 0; channel < input.channels(); channel++) {
            int at = channel * pixels * LANES;
            kernels.sumLanes(outGradient(shard), at, pixels, sums);
            shard.parameterGradients[beta.at() + channel] = Sums.of(sums, 0, LANES);
            kernels.sumProducts(outGradient(shard), in(shard), 0, statistics.mean[channel], at, pixels, sums);
            shard.parameterGradients[gamma.at() + channel] =
                    Sums.of(sums, 0, LANES) * statistics.inverseDeviation[channel];
        }
    }

    @Override
    void joinBackward(List<Shard> shards) {
        for (int channel = 0; channel < input.channels(); channel++) {
            double sum = 0;
            double products = 0;
            double count = 0;
            for (Shard shard : shards) {
                sum += shard.parameterGradients[beta.at() + channel];
                products += shard.parameterGradients[gamma.at() + channel];
                count += (double) pixels * shard.count;
            }
            statistics.gradientMean[channel] = (float) (sum / count);
            statistics.gradientProductMean[channel] = (float) (products / count);
        }
    }
}
