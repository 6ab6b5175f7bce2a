/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A convolution of each input channel by itself: output channel {@code c * multiplier + m} sees input channel {@code c}
 * alone. Weights are in the order input channel, multiple, row, column, which is PyTorch's for {@code groups =
 * in_channels}.
 *
 * @param multiplier output channels per input channel
 * @param bias       whether a trained value is added to each output channel
 */
public record DepthwiseConv2d(String name, int multiplier, Window window, boolean bias) implements UnaryLayer {
    public DepthwiseConv2d {
        LayerChecks.checkName(name);
        LayerChecks.checkPositive(name, "multiplier", multiplier);
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.slide(name, input, Math.multiplyExact(input.channels(), multiplier));
    }

    @Override
    public long macs(Shape input) {
        return (long) outputShape(input).size() * window.area();
    }

    @Override
    public List<ParameterSpec> parameters(Shape input) {
        int outputs = input.channels() * multiplier;
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(
                new ParameterSpec(ParameterSpec.WEIGHTS, outputs * window.area(), ParameterSpec.Order.DEPTHWISE));
        if (bias) {
            parameters.add(new ParameterSpec(ParameterSpec.BIAS, outputs, ParameterSpec.Order.OUTPUT));
        }
        return parameters;
    }

    @Override
    public Optional<Layer> withBias() {
        return Optional.of(new DepthwiseConv2d(name, multiplier, window, true));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.depthwiseConv2d(this);
    }
}
