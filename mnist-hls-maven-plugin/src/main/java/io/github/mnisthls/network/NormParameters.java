/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Map;

/**
 * Scale, shift and running statistics of a batch normalization, one value per channel each. A running variance is never
 * negative.
 */
public record NormParameters(FloatVector gamma, FloatVector beta, FloatVector mean, FloatVector variance)
        implements Parameters {
    public NormParameters {
        int channels = gamma.size();
        if (beta.size() != channels || mean.size() != channels || variance.size() != channels) {
            throw new InvalidSettingException("Batch normalization needs gamma, beta, mean and variance of one length,"
                    + " but they hold " + channels + ", " + beta.size() + ", " + mean.size() + " and "
                    + variance.size() + " values. Export the model again.");
        }
        for (int i = 0; i < channels; i++) {
            if (variance.get(i) < 0) {
                throw new InvalidSettingException("The running variance of channel " + i + " is " + variance.get(i)
                        + ", but a variance is never negative. Export the model again.");
            }
        }
    }

    @Override
    public Map<String, FloatVector> values() {
        return Map.of(
                ParameterSpec.GAMMA,
                gamma,
                ParameterSpec.BETA,
                beta,
                ParameterSpec.MEAN,
                mean,
                ParameterSpec.VARIANCE,
                variance);
    }
}
