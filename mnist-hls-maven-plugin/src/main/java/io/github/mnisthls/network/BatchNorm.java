/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Batch normalization: {@code gamma * (x - mean) / sqrt(variance + epsilon) + beta} per channel.
 *
 * @param epsilon at least 0 and below 1; 0 only where no variance is 0
 */
public record BatchNorm(String name, double epsilon) implements UnaryLayer {
    public static final double DEFAULT_EPSILON = 1e-5;

    public BatchNorm {
        LayerChecks.checkName(name);
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw new InvalidSettingException(
                    "epsilon of layer '" + name + "'", epsilon, "it must be at least 0 and below 1", "Use 1e-5.");
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public List<ParameterSpec> parameters(Shape input) {
        return Stream.of(ParameterSpec.GAMMA, ParameterSpec.BETA, ParameterSpec.MEAN, ParameterSpec.VARIANCE)
                .map(part -> new ParameterSpec(part, input.channels(), ParameterSpec.Order.FEATURE))
                .toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.batchNorm(this);
    }
}
