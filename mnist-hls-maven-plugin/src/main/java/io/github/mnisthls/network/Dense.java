/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/**
 * Fully connected layer with bias. Weights are in the order output, input; an input that is an image is read in CHW
 * order.
 */
public record Dense(String name, int units) implements Layer {
    public Dense {
        Names.check(name);
        Names.checkPositive(name, "units", units);
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
    public int parameterCount(Shape input) {
        return units * (input.size() + 1);
    }
}
