/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the CPU's vector registers. Each inner loop keeps its sums in registers: four rows by two vectors in {@code
 * multiply}, four rows by two inputs in {@code correlate}, which is enough to hide the latency of a multiply-add.
 */
public final class VectorKernels implements Kernels {
    /** Forces a width in bits: for tests, since all widths must give the same bits. */
    private static final String WIDTH_PROPERTY = "mnisthls.vector.bits";

    /** The widest vectors of this CPU that fit the partial sums. A constant, since only then the compiler uses registers. */
    private static final VectorSpecies<Float> SPECIES =
            species(Integer.getInteger(WIDTH_PROPERTY, FloatVector.SPECIES_PREFERRED.vectorBitSize()));

    private static final int WIDTH = SPECIES.length();

    private static VectorSpecies<Float> species(int bits) {
        return VectorSpecies.of(float.class, VectorShape.forBitSize(Math.min(bits, PARTIAL_SUMS * Float.SIZE)));
    }

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
            FloatVector value = FloatVector.broadcast(SPECIES, bias[biasAt + row]);
            for (int lane = 0; lane < LANES; lane += WIDTH) {
                value.intoArray(to, toAt + toOffsets[row] + lane);
            }
        }
        multiplyAdd(matrix, from, fromAt, fromOffsets, to, toAt, toOffsets);
    }

    @Override
    public void multiplyAdd(
            Matrix matrix, float[] from, int fromAt, int[] fromOffsets, float[] to, int toAt, int[] toOffsets) {
        for (int lane = 0; lane < LANES; lane += 2 * WIDTH) {
            int row = 0;
            for (; row + 4 <= matrix.rows; row += 4) {
                fourRows(matrix, row, from, fromAt + lane, fromOffsets, to, toAt + lane, toOffsets);
            }
            for (; row < matrix.rows; row++) {
                oneRow(matrix, row, from, fromAt + lane, fromOffsets, to, toAt + lane, toOffsets);
            }
        }
    }

    private static void fourRows(
            Matrix matrix,
            int row,
            float[] from,
            int fromAt,
            int[] fromOffsets,
            float[] to,
            int toAt,
            int[] toOffsets) {
        float[] weights = matrix.values;
        int step = matrix.columnStep;
        int w0 = matrix.at + row * matrix.rowStep;
        int w1 = w0 + matrix.rowStep;
        int w2 = w1 + matrix.rowStep;
        int w3 = w2 + matrix.rowStep;
        int t0 = toAt + toOffsets[row];
        int t1 = toAt + toOffsets[row + 1];
        int t2 = toAt + toOffsets[row + 2];
        int t3 = toAt + toOffsets[row + 3];
        FloatVector a0 = load(to, t0);
        FloatVector b0 = load(to, t0 + WIDTH);
        FloatVector a1 = load(to, t1);
        FloatVector b1 = load(to, t1 + WIDTH);
        FloatVector a2 = load(to, t2);
        FloatVector b2 = load(to, t2 + WIDTH);
        FloatVector a3 = load(to, t3);
        FloatVector b3 = load(to, t3 + WIDTH);
        int columns = matrix.columns;
        for (int k = 0; k < columns; k++) {
            int source = fromAt + fromOffsets[k];
            FloatVector a = load(from, source);
            FloatVector b = load(from, source + WIDTH);
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[w0 + k * step]);
            a0 = weight.fma(a, a0);
            b0 = weight.fma(b, b0);
            weight = FloatVector.broadcast(SPECIES, weights[w1 + k * step]);
            a1 = weight.fma(a, a1);
            b1 = weight.fma(b, b1);
            weight = FloatVector.broadcast(SPECIES, weights[w2 + k * step]);
            a2 = weight.fma(a, a2);
            b2 = weight.fma(b, b2);
            weight = FloatVector.broadcast(SPECIES, weights[w3 + k * step]);
            a3 = weight.fma(a, a3);
            b3 = weight.fma(b, b3);
        }
        a0.intoArray(to, t0);
        b0.intoArray(to, t0 + WIDTH);
        a1.intoArray(to, t1);
        b1.intoArray(to, t1 + WIDTH);
        a2.intoArray(to, t2);
        b2.intoArray(to, t2 + WIDTH);
        a3.intoArray(to, t3);
        b3.intoArray(to, t3 + WIDTH);
    }

    private static void oneRow(
            Matrix matrix,
            int row,
            float[] from,
            int fromAt,
            int[] fromOffsets,
            float[] to,
            int toAt,
            int[] toOffsets) {
        float[] weights = matrix.values;
        int first = matrix.at + row * matrix.rowStep;
        int target = toAt + toOffsets[row];
        FloatVector a = load(to, target);
        FloatVector b = load(to, target + WIDTH);
        int columns = matrix.columns;
        for (int k = 0; k < columns; k++) {
            int source = fromAt + fromOffsets[k];
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[first + k * matrix.columnStep]);
            a = weight.fma(load(from, source), a);
            b = weight.fma(load(from, source + WIDTH), b);
        }
        a.intoArray(to, target);
        b.intoArray(to, target + WIDTH);
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

    @Override
    public void maximum(float[] from, int fromAt, int[] offsets, float[] to, float[] index, int toAt) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            FloatVector best = load(from, fromAt + offsets[0] + lane);
            FloatVector chosen = FloatVector.zero(SPECIES);
            for (int k = 1; k < offsets.length; k++) {
                FloatVector value = load(from, fromAt + offsets[k] + lane);
                VectorMask<Float> greater = value.compare(VectorOperators.GT, best);
                best = best.blend(value, greater);
                chosen = chosen.blend(k, greater);
            }
            best.intoArray(to, toAt + lane);
            chosen.intoArray(index, toAt + lane);
        }
    }

    @Override
    public void scatterMaximum(float[] gradient, float[] index, int at, float[] to, int toAt, int[] offsets) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            FloatVector value = load(gradient, at + lane);
            FloatVector chosen = load(index, at + lane);
            FloatVector zero = FloatVector.zero(SPECIES);
            for (int k = 0; k < offsets.length; k++) {
                int target = toAt + offsets[k] + lane;
                load(to, target)
                        .add(zero.blend(value, chosen.compare(VectorOperators.EQ, k)))
                        .intoArray(to, target);
            }
        }
    }

    @Override
    public void sumLanes(float[] values, int at, int steps, float[] sums) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int step = 0; step < steps; step++) {
                sum = sum.add(load(values, at + lane + step * LANES));
            }
            sum.intoArray(sums, lane);
        }
    }

    @Override
    public void sumProducts(
            float[] left, float[] right, float leftMean, float rightMean, int at, int steps, float[] sums) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int step = 0; step < steps; step++) {
                int i = at + lane + step * LANES;
                sum = load(left, i).sub(leftMean).fma(load(right, i).sub(rightMean), sum);
            }
            sum.intoArray(sums, lane);
        }
    }

    @Override
    public void keepPositive(float[] values, float[] gradients) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < values.length; i += WIDTH) {
            VectorMask<Float> positive = load(values, i).compare(VectorOperators.GT, zero);
            zero.blend(load(gradients, i), positive).intoArray(gradients, i);
        }
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }
}
