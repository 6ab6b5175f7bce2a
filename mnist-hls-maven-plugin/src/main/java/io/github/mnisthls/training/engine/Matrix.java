/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** A view of a weight matrix: value (r, k) is at {@code at + r * rowStep + k * columnStep}. */
final class Matrix {
    final float[] values;
    final int at;
    final int rows;
    final int columns;
    final int rowStep;
    final int columnStep;

    private Matrix(float[] values, int at, int rows, int columns, int rowStep, int columnStep) {
        this.values = values;
        this.at = at;
        this.rows = rows;
        this.columns = columns;
        this.rowStep = rowStep;
        this.columnStep = columnStep;
    }

    /** Row after row, from {@code at}. */
    static Matrix of(float[] values, int at, int rows, int columns) {
        return new Matrix(values, at, rows, columns, columns, 1);
    }

    Matrix transposed() {
        return new Matrix(values, at, columns, rows, columnStep, rowStep);
    }
}
