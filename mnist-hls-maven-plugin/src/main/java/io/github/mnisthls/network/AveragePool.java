/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/**
 * Mean of each window.
 *
 * @param countPadding whether the zeros of the padding count as values: PyTorch's default; Keras never counts them
 */
public record AveragePool(String name, Window window, boolean countPadding) implements UnaryLayer {
    public AveragePool {
        LayerChecks.checkName(name);
    }

    /** Padding counts, which makes no difference where there is none. */
    public AveragePool(String name, Window window) {
        this(name, window, true);
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.slide(name, input, input.channels());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.averagePool(this);
    }
}
