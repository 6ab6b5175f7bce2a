/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/**
 * {@code x} where it is positive, else {@code slope * x}.
 *
 * @param negativeSlope finite
 */
public record LeakyRelu(String name, double negativeSlope) implements ElementwiseLayer {
    public static final double DEFAULT_SLOPE = 0.01;

    public LeakyRelu {
        LayerChecks.checkName(name);
        LayerChecks.checkFinite(name, "slope", negativeSlope);
    }

    @Override
    public float apply(float value) {
        return value > 0 ? value : (float) negativeSlope * value;
    }

    @Override
    public float slope(float value, float result) {
        return value > 0 ? 1 : (float) negativeSlope;
    }

    @Override
    public <R> R acceptFunction(Visitor<R> visitor) {
        return visitor.leakyRelu(this);
    }
}
