/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/**
 * Drops rows and columns at the edges.
 *
 * @param margin how many on each side
 */
public record Crop(String name, Padding margin) implements UnaryLayer {
    public Crop {
        LayerChecks.checkName(name);
    }

    @Override
    public Shape outputShape(Shape input) {
        int height = input.height() - margin.top() - margin.bottom();
        int width = input.width() - margin.left() - margin.right();
        if (height < 1 || width < 1) {
            throw new InvalidSettingException(
                    "cropping of layer '" + name + "'",
                    margin,
                    "it leaves nothing of its input " + input.named(),
                    "Crop fewer rows or columns.");
        }
        return new Shape(input.channels(), height, width);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.crop(this);
    }
}
