/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Map;

/**
 * Weights and bias of a convolution (OIHW) or dense layer (output, input in CHW order).
 *
 * @param weights {@code outputs * fanIn} values
 * @param bias    one value per output; zeros for a layer without bias
 */
public record AffineParameters(FloatVector weights, FloatVector bias) implements Parameters {
    public AffineParameters {
        if (bias.size() == 0 || weights.size() % bias.size() != 0) {
            throw new InvalidSettingException("The number of weights (" + weights.size()
                    + ") is not a multiple of the number of outputs (" + bias.size()
                    + "). Export the model again with a bias for every output.");
        }
    }

    /** Number of outputs. */
    public int outputs() {
        return bias.size();
    }

    /** Number of inputs that one output sums. */
    public int fanIn() {
        return weights.size() / bias.size();
    }

    @Override
    public Map<String, FloatVector> values() {
        return Map.of(ParameterSpec.WEIGHTS, weights, ParameterSpec.BIAS, bias);
    }
}
