/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/**
 * Place of one layer's weights or biases among all parameters.
 *
 * @param at     first value
 * @param size   number of values
 * @param decays whether weight decay applies: to weights, not to biases, scales and shifts
 */
record ParameterBlock(int at, int size, boolean decays) {
    int end() {
        return at + size;
    }
}
