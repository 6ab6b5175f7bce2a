/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import java.util.Arrays;

/**
 * Sets the smallest weights of each layer to 0, ever more of them until half of the training is over, so that the others can
 * take over their part.
 *
 * @param share of the weights that are 0 in the end, from 0 to below 1
 * @param steps of the whole training
 * @see <a href="https://arxiv.org/abs/1710.01878">M. Zhu and S. Gupta, To prune, or not to prune (2017)</a>
 */
record Pruning(double share, int steps) {
    /** The share of zeros in a step: fast at first, while many weights are hardly used. */
    double at(int step) {
        double left = Math.max(1 - step / (steps / 2.0), 0);
        return share * (1 - left * left * left);
    }

    /** The largest magnitude among the smallest weights that are this share of all; negative if there are none. */
    static float threshold(float[] values, ParameterBlock block, double share) {
        int zeros = (int) Math.ceil(share * block.size());
        if (zeros == 0) {
            return -1;
        }
        float[] magnitudes = Arrays.copyOfRange(values, block.at(), block.end());
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(magnitudes[i]);
        }
        Arrays.sort(magnitudes);
        return magnitudes[zeros - 1];
    }
}
