/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The vector kernels must give the scalar kernels' bits: only so does a model not depend on the machine. */
@Slow
class KernelsTest {
    private static final int LANES = Kernels.LANES;

    private final Kernels scalar = new ScalarKernels();
    private final Kernels vector = new VectorKernels();
    private final Random random = new Random(1);

    @Test
    void productsAreEqual() {
        for (int rows = 1; rows <= 9; rows++) {
            for (int columns : new int[] {1, 2, 7, 25}) {
                float[] weights = values(rows * columns);
                float[] from = values(columns * LANES);
                Matrix matrix = Matrix.of(weights, 0, rows, columns);
                int[] fromOffsets = Offsets.steps(columns, LANES);
                int[] toOffsets = Offsets.steps(rows, LANES);
                float[] expected = new float[rows * LANES];
                float[] actual = new float[rows * LANES];
                scalar.multiply(matrix, weights, 0, from, 0, fromOffsets, expected, 0, toOffsets);
                vector.multiply(matrix, weights, 0, from, 0, fromOffsets, actual, 0, toOffsets);
                assertSameBits(actual, expected);

                float[] back = values(columns * LANES);
                float[] vectorBack = back.clone();
                scalar.multiplyAdd(matrix.transposed(), expected, 0, toOffsets, back, 0, fromOffsets);
                vector.multiplyAdd(matrix.transposed(), expected, 0, toOffsets, vectorBack, 0, fromOffsets);
                assertSameBits(vectorBack, back);
            }
        }
    }

    @Test
    void productsAreProducts() {
        float[] weights = {2, 3};
        float[] from = new float[2 * LANES];
        from[5] = 10;
        from[LANES + 5] = 100;
        float[] to = new float[LANES];

        vector.multiply(
                Matrix.of(weights, 0, 1, 2), new float[] {7}, 0, from, 0, Offsets.steps(2, LANES), to, 0, new int[1]);

        assertThat(to[5]).isEqualTo(7 + 2 * 10 + 3 * 100);
        assertThat(to[6]).isEqualTo(7);
    }

    @Test
    void correlationsAreEqual() {
        for (int rows = 1; rows <= 5; rows++) {
            for (int columns = 1; columns <= 9; columns++) {
                int steps = 3;
                float[] left = values(rows * steps * LANES);
                float[] right = values((columns + 2 * steps) * LANES);
                float[] expected = values(rows * columns * Kernels.PARTIAL_SUMS);
                float[] actual = expected.clone();
                int[] leftOffsets = Offsets.steps(rows, steps * LANES);
                int[] rightOffsets = Offsets.steps(columns, LANES);
                scalar.correlate(left, 0, leftOffsets, right, 0, rightOffsets, 2 * LANES, steps, expected);
                vector.correlate(left, 0, leftOffsets, right, 0, rightOffsets, 2 * LANES, steps, actual);
                assertSameBits(actual, expected);
            }
        }
    }

    @Test
    void maximaAreEqualAndTheFirstOfEquals() {
        int[] offsets = Offsets.taps(new Shape(1, 4, 5), 1, new Window(2, 3, 1, 1, Padding.NONE));
        float[] from = values(4 * 5 * LANES);
        from[offsets[1] + 3] = 9;
        from[offsets[4] + 3] = 9;
        float[] expected = new float[LANES];
        float[] expectedIndex = new float[LANES];
        float[] actual = new float[LANES];
        float[] actualIndex = new float[LANES];

        scalar.maximum(from, 0, offsets, expected, expectedIndex, 0);
        vector.maximum(from, 0, offsets, actual, actualIndex, 0);

        assertSameBits(actual, expected);
        assertSameBits(actualIndex, expectedIndex);
        assertThat(actualIndex[3]).isEqualTo(1);

        float[] back = new float[from.length];
        float[] vectorBack = new float[from.length];
        scalar.scatterMaximum(expected, expectedIndex, 0, back, 0, offsets);
        vector.scatterMaximum(expected, expectedIndex, 0, vectorBack, 0, offsets);
        assertSameBits(vectorBack, back);
    }

    @Test
    void sumsAreEqual() {
        float[] left = values(5 * LANES);
        float[] right = values(5 * LANES);
        float[] expected = new float[LANES];
        float[] actual = new float[LANES];

        scalar.sumLanes(left, LANES, 4, expected);
        vector.sumLanes(left, LANES, 4, actual);
        assertSameBits(actual, expected);

        scalar.sumProducts(left, right, 0.25f, -0.5f, LANES, 4, expected);
        vector.sumProducts(left, right, 0.25f, -0.5f, LANES, 4, actual);
        assertSameBits(actual, expected);
    }

    @Test
    void negativeValuesTakeTheirGradientsWithThem() {
        float[] values = values(2 * LANES);
        float[] expected = values(2 * LANES);
        values[7] = 0;
        float[] actual = expected.clone();

        scalar.keepPositive(values, expected);
        vector.keepPositive(values, actual);

        assertSameBits(actual, expected);
        assertThat(actual[7]).isZero();
    }

    @Test
    void roundedValuesAreTheFormats() {
        for (boolean halfUp : new boolean[] {true, false}) {
            FixedPointFormat format =
                    new FixedPointFormat(5, 2, true, halfUp ? Rounding.AP_RND : Rounding.AP_RND_CONV, Overflow.AP_SAT);
            Steps steps = Steps.of(format, -2, 1.5).orElseThrow();
            float[] values = values(4 * LANES);
            for (int i = 0; i < 2 * LANES; i++) {
                values[i] = (i - LANES) / 16f;
            }
            float[] actual = new float[values.length];
            float[] other = new float[values.length];

            vector.round(values, steps, actual);
            scalar.round(values, steps, other);

            float[] expected = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                expected[i] = (float) format.toDouble(format.quantize(Math.min(values[i], 1.5)));
            }
            assertThat(actual).containsExactly(expected);
            assertThat(other).containsExactly(expected);
        }
    }

    @Test
    void onlyGradientsOfValuesInRangeStay() {
        float[] values = values(2 * LANES);
        values[3] = -0.5f;
        values[4] = 1;
        float[] expected = values(2 * LANES);
        float[] actual = expected.clone();
        float[] before = expected.clone();

        scalar.keepInside(values, -0.5f, 1, expected);
        vector.keepInside(values, -0.5f, 1, actual);

        assertSameBits(actual, expected);
        for (int i = 0; i < values.length; i++) {
            assertThat(actual[i]).isEqualTo(values[i] < -0.5f || values[i] > 1 ? 0 : before[i]);
        }
    }

    private static void assertSameBits(float[] actual, float[] expected) {
        if (!Arrays.equals(actual, expected)) {
            assertThat(actual).containsExactly(expected);
        }
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
