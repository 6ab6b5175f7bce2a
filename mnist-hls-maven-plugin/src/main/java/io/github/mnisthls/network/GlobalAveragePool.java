/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Mean of each channel over the whole image. */
public record GlobalAveragePool(String name) implements Layer {
    public GlobalAveragePool {
        Names.check(name);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.vector(input.channels());
    }
}
