/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import java.util.Arrays;

/** Kernels for JVMs without vector instructions: slow, and the definition of the others' results. */
final class ScalarKernels implements Kernels {
    @Override
    public void multiply(
            Matrix matrix,
            float[] bias,
            int biasAt,
            float[] from,
            int fromAt,
            int[] fromOffsets,
            float[] to,
            int toAt,
            int[] toOffsets) {
        for (int row = 0; row < matrix.rows; row++) {
            Arrays.fill(to, toAt + toOffsets[row], toAt + toOffsets[row] + LANES, bias[biasAt + row]);
        }
        multiplyAdd(matrix, from, fromAt, fromOffsets, to, toAt, toOffsets);
    }

    @Override
    public void multiplyAdd(
            Matrix matrix, float[] from, int fromAt, int[] fromOffsets, float[] to, int toAt, int[] toOffsets) {
        for (int row = 0; row < matrix.rows; row++) {
            int target = toAt + toOffsets[row];
            for (int k = 0; k < matrix.columns; k++) {
                float weight = matrix.values[matrix.at + row * matrix.rowStep + k * matrix.columnStep];
                int source = fromAt + fromOffsets[k];
                for (int lane = 0; lane < LANES; lane++) {
                    to[target + lane] = Math.fma(weight, from[source + lane], to[target + lane]);
                }
            }
        }
    }

    @Override
    public void correlate(
            float[] left,
            int leftAt,
            int[] leftOffsets,
            float[] right,
            int rightAt,
            int[] rightOffsets,
            int rightStep,
            int steps,
            float[] partials) {
        for (int row = 0; row < leftOffsets.length; row++) {
            for (int k = 0; k < rightOffsets.length; k++) {
                int target = (row * rightOffsets.length + k) * PARTIAL_SUMS;
                for (int lane = 0; lane < PARTIAL_SUMS; lane++) {
                    float sum = partials[target + lane];
                    for (int step = 0; step < steps; step++) {
                        int a = leftAt + leftOffsets[row] + step * LANES + lane;
                        int b = rightAt + rightOffsets[k] + step * rightStep + lane;
                        sum = Math.fma(left[a], right[b], sum);
                        sum = Math.fma(left[a + PARTIAL_SUMS], right[b + PARTIAL_SUMS], sum);
                    }
                    partials[target + lane] = sum;
                }
            }
        }
    }

    @Override
    public void maximum(float[] from, int fromAt, int[] offsets, float[] to, float[] index, int toAt) {
        for (int lane = 0; lane < LANES; lane++) {
            float best = from[fromAt + offsets[0] + lane];
            int chosen = 0;
            for (int k = 1; k < offsets.length; k++) {
                float value = from[fromAt + offsets[k] + lane];
                if (value > best) {
                    best = value;
                    chosen = k;
                }
            }
            to[toAt + lane] = best;
            index[toAt + lane] = chosen;
        }
    }

    @Override
    public void scatterMaximum(float[] gradient, float[] index, int at, float[] to, int toAt, int[] offsets) {
        for (int lane = 0; lane < LANES; lane++) {
            to[toAt + offsets[(int) index[at + lane]] + lane] += gradient[at + lane];
        }
    }

    @Override
    public void sumLanes(float[] values, int at, int steps, float[] sums) {
        for (int lane = 0; lane < LANES; lane++) {
            float sum = 0;
            for (int step = 0; step < steps; step++) {
                sum += values[at + lane + step * LANES];
            }
            sums[lane] = sum;
        }
    }

    @Override
    public void sumProducts(
            float[] left, float[] right, float leftMean, float rightMean, int at, int steps, float[] sums) {
        for (int lane = 0; lane < LANES; lane++) {
            float sum = 0;
            for (int step = 0; step < steps; step++) {
                int i = at + lane + step * LANES;
                sum = Math.fma(left[i] - leftMean, right[i] - rightMean, sum);
            }
            sums[lane] = sum;
        }
    }

    @Override
    public void keepPositive(float[] values, float[] gradients) {
        for (int i = 0; i < values.length; i++) {
            gradients[i] = values[i] > 0 ? gradients[i] : 0;
        }
    }

    @Override
    public void round(float[] from, Steps steps, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = steps.round(from[i]);
        }
    }

    @Override
    public void keepInside(float[] values, float least, float greatest, float[] gradients) {
        for (int i = 0; i < values.length; i++) {
            gradients[i] = values[i] >= least && values[i] <= greatest ? gradients[i] : 0;
        }
    }
}
