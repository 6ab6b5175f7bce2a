/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Hyperbolic tangent. */
public record Tanh(String name) implements ElementwiseLayer {
    public Tanh {
        LayerChecks.checkName(name);
    }

    @Override
    public float apply(float value) {
        return (float) StrictMath.tanh(value);
    }

    @Override
    public float slope(float value, float result) {
        return 1 - result * result;
    }

    @Override
    public <R> R acceptFunction(Visitor<R> visitor) {
        return visitor.tanh(this);
    }
}
