/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two-dimensional convolution (cross-correlation, as in every framework). Weights are in the order output channel, input
 * channel, row, column (OIHW).
 *
 * @param filters output channels
 * @param bias    whether a trained value is added to each output channel
 */
public record Conv2d(String name, int filters, Window window, boolean bias) implements UnaryLayer {
    public Conv2d {
        LayerChecks.checkName(name);
        LayerChecks.checkPositive(name, "filters", filters);
    }

    /** A convolution with bias. */
    public Conv2d(String name, int filters, Window window) {
        this(name, filters, window, true);
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.slide(name, input, filters);
    }

    @Override
    public long macs(Shape input) {
        return (long) outputShape(input).size() * input.channels() * window.area();
    }

    @Override
    public List<ParameterSpec> parameters(Shape input) {
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(new ParameterSpec(
                ParameterSpec.WEIGHTS, filters * input.channels() * window.area(), ParameterSpec.Order.CONVOLUTION));
        if (bias) {
            parameters.add(new ParameterSpec(ParameterSpec.BIAS, filters, ParameterSpec.Order.OUTPUT));
        }
        return parameters;
    }

    @Override
    public Optional<Layer> withBias() {
        return Optional.of(new Conv2d(name, filters, window, true));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.conv2d(this);
    }
}
