/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** {@code 1 / (1 + exp(-x))}. */
public record Sigmoid(String name) implements ElementwiseLayer {
    public Sigmoid {
        LayerChecks.checkName(name);
    }

    /** In double precision. */
    public static double of(double value) {
        return 1 / (1 + StrictMath.exp(-value));
    }

    @Override
    public float apply(float value) {
        return (float) of(value);
    }

    @Override
    public float slope(float value, float result) {
        return result * (1 - result);
    }

    @Override
    public <R> R acceptFunction(Visitor<R> visitor) {
        return visitor.sigmoid(this);
    }
}
