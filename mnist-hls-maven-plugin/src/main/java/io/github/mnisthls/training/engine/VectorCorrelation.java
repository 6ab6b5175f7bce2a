/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;
import static io.github.mnisthls.training.engine.Kernels.PARTIAL_SUMS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Kernels#correlate} on the CPU's vector registers: two rows by four inputs keep their sums there. */
final class VectorCorrelation {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int WIDTH = SPECIES.length();

    private VectorCorrelation() {}

    static void correlate(
            float[] left,
            int leftAt,
            int[] leftOffsets,
            float[] right,
            int rightAt,
            int[] rightOffsets,
            int rightStep,
            int steps,
            float[] partials) {
        int rows = leftOffsets.length;
        int columns = rightOffsets.length;
        for (int lane = 0; lane < PARTIAL_SUMS; lane += WIDTH) {
            for (int row = 0; row < rows; row += 2) {
                // An odd last row is paired with itself: computed twice, stored once.
                int second = Math.min(row + 1, rows - 1);
                int l0 = leftAt + lane + leftOffsets[row];
                int l1 = leftAt + lane + leftOffsets[second];
                int t0 = row * columns * PARTIAL_SUMS + lane;
                int t1 = second * columns * PARTIAL_SUMS + lane;
                int k = 0;
                for (; k + 4 <= columns && row < second; k += 4) {
                    fourColumns(
                            left, l0, l1, right, rightAt + lane, rightOffsets, k, rightStep, steps, partials, t0, t1);
                }
                for (; k < columns; k++) {
                    int r = rightAt + lane + rightOffsets[k];
                    oneColumn(left, l0, right, r, rightStep, steps, partials, t0 + k * PARTIAL_SUMS);
                    if (row < second) {
                        oneColumn(left, l1, right, r, rightStep, steps, partials, t1 + k * PARTIAL_SUMS);
                    }
                }
            }
        }
    }

    private static void fourColumns(
            float[] left,
            int l0,
            int l1,
            float[] right,
            int rightAt,
            int[] offsets,
            int k,
            int rightStep,
            int steps,
            float[] partials,
            int at0,
            int at1) {
        int t0 = at0 + k * PARTIAL_SUMS;
        int t1 = at1 + k * PARTIAL_SUMS;
        int r0 = rightAt + offsets[k];
        int r1 = rightAt + offsets[k + 1];
        int r2 = rightAt + offsets[k + 2];
        int r3 = rightAt + offsets[k + 3];
        FloatVector a0 = load(partials, t0);
        FloatVector a1 = load(partials, t0 + PARTIAL_SUMS);
        FloatVector a2 = load(partials, t0 + 2 * PARTIAL_SUMS);
        FloatVector a3 = load(partials, t0 + 3 * PARTIAL_SUMS);
        FloatVector b0 = load(partials, t1);
        FloatVector b1 = load(partials, t1 + PARTIAL_SUMS);
        FloatVector b2 = load(partials, t1 + 2 * PARTIAL_SUMS);
        FloatVector b3 = load(partials, t1 + 3 * PARTIAL_SUMS);
        for (int step = 0; step < steps; step++) {
            int at = step * LANES;
            int move = step * rightStep;
            FloatVector a = load(left, l0 + at);
            FloatVector b = load(left, l1 + at);
            FloatVector value = load(right, r0 + move);
            a0 = a.fma(value, a0);
            b0 = b.fma(value, b0);
            value = load(right, r1 + move);
            a1 = a.fma(value, a1);
            b1 = b.fma(value, b1);
            value = load(right, r2 + move);
            a2 = a.fma(value, a2);
            b2 = b.fma(value, b2);
            value = load(right, r3 + move);
            a3 = a.fma(value, a3);
            b3 = b.fma(value, b3);
            a = load(left, l0 + at + PARTIAL_SUMS);
            b = load(left, l1 + at + PARTIAL_SUMS);
            value = load(right, r0 + move + PARTIAL_SUMS);
            a0 = a.fma(value, a0);
            b0 = b.fma(value, b0);
            value = load(right, r1 + move + PARTIAL_SUMS);
            a1 = a.fma(value, a1);
            b1 = b.fma(value, b1);
            value = load(right, r2 + move + PARTIAL_SUMS);
            a2 = a.fma(value, a2);
            b2 = b.fma(value, b2);
            value = load(right, r3 + move + PARTIAL_SUMS);
            a3 = a.fma(value, a3);
            b3 = b.fma(value, b3);
        }
        a0.intoArray(partials, t0);
        a1.intoArray(partials, t0 + PARTIAL_SUMS);
        a2.intoArray(partials, t0 + 2 * PARTIAL_SUMS);
        a3.intoArray(partials, t0 + 3 * PARTIAL_SUMS);
        b0.intoArray(partials, t1);
        b1.intoArray(partials, t1 + PARTIAL_SUMS);
        b2.intoArray(partials, t1 + 2 * PARTIAL_SUMS);
        b3.intoArray(partials, t1 + 3 * PARTIAL_SUMS);
    }

    private static void oneColumn(
            float[] left, int leftAt, float[] right, int rightAt, int rightStep, int steps, float[] partials, int at) {
        FloatVector sum = load(partials, at);
        for (int step = 0; step < steps; step++) {
            int l = leftAt + step * LANES;
            int r = rightAt + step * rightStep;
            sum = load(left, l).fma(load(right, r), sum);
            sum = load(left, l + PARTIAL_SUMS).fma(load(right, r + PARTIAL_SUMS), sum);
        }
        sum.intoArray(partials, at);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }
}
