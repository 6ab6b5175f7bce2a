/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/** Sets a fraction {@code rate} (0 to below 1) of the values to zero while training; nothing otherwise. */
public record Dropout(String name, double rate) implements Layer {
    public Dropout {
        Names.check(name);
        if (!(rate >= 0 && rate < 1)) {
            throw new InvalidSettingException(
                    "rate of layer '" + name + "'", rate, "it must be at least 0 and below 1", "Use 0.2 to 0.5.");
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }
}
