/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** {@code max(x, 0)}. */
public record Relu(String name) implements ElementwiseLayer {
    public Relu {
        LayerChecks.checkName(name);
    }

    @Override
    public float apply(float value) {
        return Math.max(value, 0);
    }

    @Override
    public float slope(float value, float result) {
        return value > 0 ? 1 : 0;
    }

    @Override
    public <R> R acceptFunction(Visitor<R> visitor) {
        return visitor.relu(this);
    }
}
