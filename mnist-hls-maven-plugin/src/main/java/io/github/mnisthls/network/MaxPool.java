/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Largest value of each window. Padding never wins. */
public record MaxPool(String name, Window window) implements UnaryLayer {
    public MaxPool {
        LayerChecks.checkName(name);
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.slide(name, input, input.channels());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.maxPool(this);
    }
}
