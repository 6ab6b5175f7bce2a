/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import java.util.List;

/** As {@link LeakyRelu}, with a trained slope for each channel. */
public record Prelu(String name) implements UnaryLayer {
    public Prelu {
        LayerChecks.checkName(name);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public List<ParameterSpec> parameters(Shape input) {
        return List.of(new ParameterSpec(ParameterSpec.SLOPE, input.channels(), ParameterSpec.Order.FEATURE));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.prelu(this);
    }
}
