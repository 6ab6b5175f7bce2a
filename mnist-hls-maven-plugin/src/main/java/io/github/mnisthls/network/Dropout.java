/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/**
 * While training, sets values to zero at random and scales up the others; otherwise does nothing.
 *
 * @param rate probability of zero, at least 0 and below 1
 */
public record Dropout(String name, double rate) implements UnaryLayer {
    public Dropout {
        LayerChecks.checkName(name);
        if (!(rate >= 0 && rate < 1)) {
            throw new InvalidSettingException(
                    "rate of layer '" + name + "'", rate, "it must be at least 0 and below 1", "Use 0.2 to 0.5.");
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropout(this);
    }
}
