/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** Sums in a fixed order. */
final class Sums {
    private Sums() {}

    /** Sum of {@code count} neighbors. */
    static float of(float[] values, int at, int count) {
        float even = 0;
        float odd = 0;
        for (int i = at; i < at + count; i += 2) {
            even += values[i];
            odd += values[i + 1];
        }
        return even + odd;
    }

    /** Sum of the first {@code count} values. */
    static double ofFirst(float[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
