/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

/** Zeros around the image. */
public record ZeroPad(String name, Padding padding) implements UnaryLayer {
    public ZeroPad {
        LayerChecks.checkName(name);
    }

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(
                input.channels(),
                input.height() + padding.top() + padding.bottom(),
                input.width() + padding.left() + padding.right());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.zeroPad(this);
    }
}
