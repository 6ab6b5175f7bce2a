/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;

/** The sum of two or more inputs of one shape, value by value: the end of a residual connection. */
public record Add(String name) implements Layer {
    public Add {
        LayerChecks.checkName(name);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        LayerChecks.checkSeveral(name, inputs);
        for (Shape input : inputs) {
            if (!input.equals(inputs.get(0))) {
                throw new InvalidSettingException(
                        "inputs of layer '" + name + "'",
                        Shape.named(inputs.get(0), " and ", input),
                        "only values of one shape can be added",
                        "Bring them to one shape, as with a 1x1 convolution of the same stride on the shortcut.");
            }
        }
        return inputs.get(0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.add(this);
    }
}
