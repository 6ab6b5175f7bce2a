/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/**
 * Repeats rows and columns (nearest neighbor).
 *
 * @param rows    how often each row is there afterwards, at least 1
 * @param columns how often each column is there afterwards, at least 1
 */
public record Upsample(String name, int rows, int columns) implements UnaryLayer {
    public Upsample {
        LayerChecks.checkName(name);
        LayerChecks.checkPositive(name, "factor", rows);
        LayerChecks.checkPositive(name, "factor", columns);
    }

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(
                input.channels(), Math.multiplyExact(input.height(), rows), Math.multiplyExact(input.width(), columns));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.upsample(this);
    }
}
