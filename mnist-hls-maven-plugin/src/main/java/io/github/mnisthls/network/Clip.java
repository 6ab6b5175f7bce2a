/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/**
 * {@code min(max(x, lowest), highest)}; ReLU6 from 0 to 6, hard tanh from -1 to 1.
 *
 * @param lowest  finite
 * @param highest finite and above {@code lowest}
 */
public record Clip(String name, double lowest, double highest) implements ElementwiseLayer {
    public Clip {
        LayerChecks.checkName(name);
        LayerChecks.checkFinite(name, "min", lowest);
        LayerChecks.checkFinite(name, "max", highest);
        if (lowest >= highest) {
            throw new InvalidSettingException(
                    "min and max of layer '" + name + "'",
                    lowest + " and " + highest,
                    "there is nothing between them",
                    "Give a max above min.");
        }
    }

    @Override
    public float apply(float value) {
        return Math.min(Math.max(value, (float) lowest), (float) highest);
    }

    @Override
    public float slope(float value, float result) {
        return value > (float) lowest && value < (float) highest ? 1 : 0;
    }

    @Override
    public <R> R acceptFunction(Visitor<R> visitor) {
        return visitor.clip(this);
    }
}
