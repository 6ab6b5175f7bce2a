/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Reads an image as a vector, in CHW order. */
public record Flatten(String name) implements Layer {
    public Flatten {
        Names.check(name);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.vector(input.size());
    }
}
