/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;

/** The channels of two or more inputs one after the other; vectors become one vector. */
public record Concat(String name) implements Layer {
    public Concat {
        LayerChecks.checkName(name);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        LayerChecks.checkSeveral(name, inputs);
        Shape first = inputs.get(0);
        int channels = 0;
        for (Shape input : inputs) {
            if (input.height() != first.height() || input.width() != first.width()) {
                throw new InvalidSettingException(
                        "inputs of layer '" + name + "'",
                        Shape.named(first, " and ", input),
                        "images must agree in rows and columns to be joined channel by channel",
                        "Bring them to one size, as by pooling, padding or cropping.");
            }
            channels = Math.addExact(channels, input.channels());
        }
        return new Shape(channels, first.height(), first.width());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.concat(this);
    }
}
