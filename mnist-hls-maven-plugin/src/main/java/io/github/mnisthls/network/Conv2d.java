/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/**
 * Two-dimensional convolution (cross-correlation, as in every framework) with bias. Weights are in the order output
 * channel, input channel, row, column (OIHW).
 */
public record Conv2d(String name, int filters, Window window) implements Layer {
    public Conv2d {
        Names.check(name);
        Names.checkPositive(name, "filters", filters);
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
    public int parameterCount(Shape input) {
        return filters * (input.channels() * window.area() + 1);
    }
}
