/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/**
 * {@code min(max(slope * x + offset, 0), 1)}: frameworks differ in the slope (Keras 2: 0.2, PyTorch and Keras 3: 1/6).
 *
 * @param inputSlope finite
 * @param offset     finite
 */
public record HardSigmoid(String name, double inputSlope, double offset) implements ElementwiseLayer {
    public static final double DEFAULT_SLOPE = 1.0 / 6;
    public static final double DEFAULT_OFFSET = 0.5;

    public HardSigmoid {
        LayerChecks.checkName(name);
        LayerChecks.checkFinite(name, "slope", inputSlope);
        LayerChecks.checkFinite(name, "offset", offset);
    }

    @Override
    public float apply(float value) {
        return Math.min(Math.max((float) inputSlope * value + (float) offset, 0), 1);
    }

    @Override
    public float slope(float value, float result) {
        return result > 0 && result < 1 ? (float) inputSlope : 0;
    }

    @Override
    public <R> R acceptFunction(Visitor<R> visitor) {
        return visitor.hardSigmoid(this);
    }
}
