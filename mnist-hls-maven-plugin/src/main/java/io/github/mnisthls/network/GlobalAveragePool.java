/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Mean of each channel over the whole image. */
public record GlobalAveragePool(String name) implements UnaryLayer {
    public GlobalAveragePool {
        LayerChecks.checkName(name);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.vector(input.channels());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.globalAveragePool(this);
    }
}
