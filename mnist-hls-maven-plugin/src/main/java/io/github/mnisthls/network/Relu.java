/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Rectified linear unit, {@code max(x, 0)}. */
public record Relu(String name) implements Layer {
    public Relu {
        Names.check(name);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }
}
