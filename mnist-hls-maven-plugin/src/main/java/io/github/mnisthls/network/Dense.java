/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fully connected layer. Weights are in the order output, input; an input that is an image is read in CHW order.
 *
 * @param bias whether a trained value is added to each output
 */
public record Dense(String name, int units, boolean bias) implements UnaryLayer {
    public Dense {
        LayerChecks.checkName(name);
        LayerChecks.checkPositive(name, "units", units);
    }

    /** A dense layer with bias. */
    public Dense(String name, int units) {
        this(name, units, true);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.vector(units);
    }

    @Override
    public long macs(Shape input) {
        return (long) units * input.size();
    }

    @Override
    public List<ParameterSpec> parameters(Shape input) {
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(new ParameterSpec(
                ParameterSpec.WEIGHTS, Math.multiplyExact(units, input.size()), ParameterSpec.Order.DENSE));
        if (bias) {
            parameters.add(new ParameterSpec(ParameterSpec.BIAS, units, ParameterSpec.Order.OUTPUT));
        }
        return parameters;
    }

    @Override
    public Optional<Layer> withBias() {
        return Optional.of(new Dense(name, units, true));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dense(this);
    }
}
