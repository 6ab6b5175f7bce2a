/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/**
 * The inner loops that take nearly all of the time. All arrays hold {@link #LANES} images side by side: the value at
 * offset {@code o} of image {@code i} is at {@code o + i}. Every implementation sums in the same order with fused
 * multiply-adds, so that all give the same bits.
 */
interface Kernels {
    /** Images that are computed side by side. */
    int LANES = 32;

    /** Partial sums that {@link #correlate} keeps for each weight. */
    int PARTIAL_SUMS = 16;

    /**
     * For each row r and lane: {@code to[r] = bias[r] + sum over k of weights[r, k] * from[k]}.
     *
     * @param matrix weights and where they are
     * @param bias   first value of each row, starting at {@code biasAt}
     * @param from   lanes of input k start at {@code fromAt + fromOffsets[k]}
     * @param to     lanes of row r start at {@code toAt + toOffsets[r]}
     */
    void multiply(
            Matrix matrix,
            float[] bias,
            int biasAt,
            float[] from,
            int fromAt,
            int[] fromOffsets,
            float[] to,
            int toAt,
            int[] toOffsets);

    /** As {@link #multiply}, but adds to what {@code to} holds. */
    void multiplyAdd(Matrix matrix, float[] from, int fromAt, int[] fromOffsets, float[] to, int toAt, int[] toOffsets);

    /**
     * Adds {@code sum over steps of left[r] * right[k]} to the partial sums of each pair (r, k): lanes i and i + 16 share
     * partial sum i.
     *
     * @param left     lanes of row r at step s start at {@code leftAt + leftOffsets[r] + s * LANES}
     * @param right    lanes of input k at step s start at {@code rightAt + rightOffsets[k] + s * rightStep}
     * @param partials {@link #PARTIAL_SUMS} values for each pair, row by row
     */
    void correlate(
            float[] left,
            int leftAt,
            int[] leftOffsets,
            float[] right,
            int rightAt,
            int[] rightOffsets,
            int rightStep,
            int steps,
            float[] partials);

    /** Largest of the values at {@code fromAt + offsets[k]}, and its k (the first of equals), for each lane. */
    void maximum(float[] from, int fromAt, int[] offsets, float[] to, float[] index, int toAt);

    /** Adds each lane's {@code gradient} to the value at {@code toAt + offsets[k]} that {@link #maximum} chose. */
    void scatterMaximum(float[] gradient, float[] index, int at, float[] to, int toAt, int[] offsets);

    /** Sum of {@code steps} values for each lane, {@link #LANES} apart. */
    void sumLanes(float[] values, int at, int steps, float[] sums);

    /** Sum of {@code (left - leftMean) * (right - rightMean)} over {@code steps} values for each lane. */
    void sumProducts(float[] left, float[] right, float leftMean, float rightMean, int at, int steps, float[] sums);

    /** Sets each gradient to 0 whose value is not above 0; the length is a multiple of {@link #LANES}. */
    void keepPositive(float[] values, float[] gradients);

    /** Rounds each value; the length is a multiple of {@link #LANES}. */
    void round(float[] from, Steps steps, float[] to);

    /** Sets each gradient to 0 whose value is out of range; the length is a multiple of {@link #LANES}. */
    void keepInside(float[] values, float least, float greatest, float[] gradients);
}
