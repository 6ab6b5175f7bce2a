/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** What the two halves of a batch normalization share; one value per channel each. */
final class BatchStatistics {
    /** Share of the old value that a running statistic keeps after each batch. */
    private static final double MOMENTUM = 0.9;

    final float[] mean;

    /** {@code 1 / sqrt(variance + epsilon)} of the batch. */
    final float[] inverseDeviation;

    /** Mean of the gradient by the output. */
    final float[] gradientMean;

    /** Mean of the gradient by the output times the normalized input. */
    final float[] gradientProductMean;

    final float[] runningMean;
    final float[] runningVariance;
    private final double epsilon;

    /** Statistics that keep their running values in these arrays. */
    BatchStatistics(float[] runningMean, float[] runningVariance, double epsilon) {
        int channels = runningMean.length;
        this.mean = new float[channels];
        this.inverseDeviation = new float[channels];
        this.gradientMean = new float[channels];
        this.gradientProductMean = new float[channels];
        this.runningMean = runningMean;
        this.runningVariance = runningVariance;
        this.epsilon = epsilon;
    }

    /** Takes over a batch's moments and lets the running statistics follow. */
    void set(int channel, double batchMean, double squares, double count) {
        double variance = squares / count;
        double unbiased = count > 1 ? squares / (count - 1) : variance;
        mean[channel] = (float) batchMean;
        inverseDeviation[channel] = (float) (1 / Math.sqrt(variance + epsilon));
        runningMean[channel] = follow(runningMean[channel], batchMean);
        runningVariance[channel] = follow(runningVariance[channel], unbiased);
    }

    float runningInverseDeviation(int channel) {
        return (float) (1 / Math.sqrt(runningVariance[channel] + epsilon));
    }

    private static float follow(float old, double seen) {
        return (float) (MOMENTUM * old + (1 - MOMENTUM) * seen);
    }
}
