/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/** Batch normalization per channel: {@code gamma * (x - mean) / sqrt(variance + epsilon) + beta}. */
public record BatchNorm(String name, double epsilon) implements Layer {
    public static final double DEFAULT_EPSILON = 1e-5;

    public BatchNorm {
        Names.check(name);
        if (!(epsilon > 0 && epsilon < 1)) {
            throw new InvalidSettingException(
                    "epsilon of layer '" + name + "'", epsilon, "it must lie between 0 and 1", "Use 1e-5.");
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public int parameterCount(Shape input) {
        return 4 * input.channels();
    }
}
