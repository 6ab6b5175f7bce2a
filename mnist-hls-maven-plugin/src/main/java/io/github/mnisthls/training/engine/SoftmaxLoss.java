/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import java.util.Arrays;

/** Cross entropy of the softmax of the logits. {@link StrictMath} gives the same on every machine. */
final class SoftmaxLoss {
    private SoftmaxLoss() {}

    /**
     * Sets the shard's loss, number of correct answers and gradient by the logits.
     *
     * @param batch images in the whole batch, over which the loss is the mean
     */
    static void apply(Shard shard, int classes, int batch) {
        float[] logits = shard.logits();
        float[] gradients = shard.logitGradients();
        shard.loss = 0;
        shard.correct = 0;
        Arrays.fill(gradients, 0);
        double[] exponentials = new double[classes];
        for (int image = 0; image < shard.count; image++) {
            int best = argmax(logits, classes, image);
            float largest = logits[best * LANES + image];
            double sum = 0;
            for (int i = 0; i < classes; i++) {
                exponentials[i] = StrictMath.exp((double) logits[i * LANES + image] - largest);
                sum += exponentials[i];
            }
            int label = shard.labels[image];
            shard.loss += StrictMath.log(sum) + largest - logits[label * LANES + image];
            shard.correct += best == label ? 1 : 0;
            for (int i = 0; i < classes; i++) {
                double target = i == label ? 1 : 0;
                gradients[i * LANES + image] = (float) ((exponentials[i] / sum - target) / batch);
            }
        }
    }

    /** The class of the largest logit, the first of equals. */
    static int argmax(float[] logits, int classes, int image) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            if (logits[i * LANES + image] > logits[best * LANES + image]) {
                best = i;
            }
        }
        return best;
    }
}
