/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/** One layer's hyperparameters. Trained values are in {@link Parameters}, found by the layer's name. */
public sealed interface Layer
        permits Conv2d, Dense, BatchNorm, Relu, MaxPool, AveragePool, GlobalAveragePool, Flatten, Dropout {

    /** Unique in the network; a letter followed by letters, digits and underscores. */
    String name();

    /**
     * Shape of the output for this input.
     *
     * @throws InvalidSettingException if the layer cannot take that input
     */
    Shape outputShape(Shape input);

    /** Multiply-accumulates per image. */
    default long macs(Shape input) {
        return 0;
    }

    /** Number of trained values, including the running statistics of a batch normalization. */
    default int parameterCount(Shape input) {
        return 0;
    }
}
