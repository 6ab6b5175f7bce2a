/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the CPU's vector registers. The inner loops keep their sums in registers: four rows by two vectors in {@code
 * multiply}, which is enough to hide the latency of a multiply-add.
 */
public final class VectorKernels implements Kernels {
    /** Forces a width in bits: for tests, since all widths must give the same bits. */
    private static final String WIDTH_PROPERTY = "mnisthls.vector.bits";

    /** The widest vectors of this CPU that fit the partial sums. A constant, since only then the compiler uses registers. */
    static final VectorSpecies<Float> SPECIES =
            species(Integer.getInteger(WIDTH_PROPERTY, FloatVector.SPECIES_PREFERRED.vectorBitSize()));

    private static final float HALF = 0.5f;

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
        VectorCorrelation.correlate(
                left, leftAt, leftOffsets, right, rightAt, rightOffsets, rightStep, steps, partials);
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

    @Override
    public void round(float[] from, Steps steps, float[] to) {
        FloatVector least = FloatVector.broadcast(SPECIES, steps.least());
        FloatVector greatest = FloatVector.broadcast(SPECIES, steps.greatest());
        FloatVector rounder = FloatVector.broadcast(SPECIES, Steps.ROUNDER);
        FloatVector perUnit = FloatVector.broadcast(SPECIES, steps.perUnit());
        FloatVector size = FloatVector.broadcast(SPECIES, steps.size());
        FloatVector half = FloatVector.broadcast(SPECIES, HALF);
        FloatVector carry = FloatVector.broadcast(SPECIES, steps.halfUp() ? 1 : 0);
        for (int i = 0; i < to.length; i += WIDTH) {
            FloatVector exact = load(from, i).max(least).min(greatest).mul(perUnit);
            FloatVector nearest = exact.add(rounder).sub(rounder);
            VectorMask<Float> between = exact.sub(nearest).compare(VectorOperators.EQ, half);
            nearest.blend(nearest.add(carry), between).mul(size).intoArray(to, i);
        }
    }

    @Override
    public void keepInside(float[] values, float least, float greatest, float[] gradients) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector from = FloatVector.broadcast(SPECIES, least);
        FloatVector to = FloatVector.broadcast(SPECIES, greatest);
        for (int i = 0; i < values.length; i += WIDTH) {
            FloatVector value = load(values, i);
            VectorMask<Float> inside =
                    value.compare(VectorOperators.GE, from).and(value.compare(VectorOperators.LE, to));
            zero.blend(load(gradients, i), inside).intoArray(gradients, i);
        }
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }
}
