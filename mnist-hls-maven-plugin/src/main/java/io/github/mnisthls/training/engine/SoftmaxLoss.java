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
        apply(shard, labels(shard, classes), batch);
    }

    /** Each image is surely what its label says. */
    static float[] labels(Shard shard, int classes) {
        float[] targets = new float[classes * LANES];
        for (int image = 0; image < shard.count; image++) {
            targets[shard.labels[image] * LANES + image] = 1;
        }
        return targets;
    }

    /**
     * Sets the shard's loss, number of correct answers and gradient by the logits.
     *
     * @param targets the probability of each class for each image, lanes innermost
     * @param batch   images in the whole batch, over which the loss is the mean
     */
    static void apply(Shard shard, float[] targets, int batch) {
        float[] logits = shard.logits();
        float[] gradients = shard.logitGradients();
        int classes = targets.length / LANES;
        shard.loss = 0;
        shard.correct = 0;
        Arrays.fill(gradients, 0);
        double[] exponentials = new double[classes];
        for (int image = 0; image < shard.count; image++) {
            int best = argmax(logits, classes, image);
            double sum = exponentials(logits, image, exponentials);
            double logarithm = StrictMath.log(sum) + logits[best * LANES + image];
            shard.correct += best == shard.labels[image] ? 1 : 0;
            for (int i = 0; i < classes; i++) {
                double target = targets[i * LANES + image];
                shard.loss += target == 0 ? 0 : target * (logarithm - logits[i * LANES + image]);
                gradients[i * LANES + image] = (float) ((exponentials[i] / sum - target) / batch);
            }
        }
    }

    /** Sets the exponentials of an image's logits, each divided by that of the largest; gives their sum. */
    static double exponentials(float[] logits, int image, double[] exponentials) {
        float largest = logits[argmax(logits, exponentials.length, image) * LANES + image];
        double sum = 0;
        for (int i = 0; i < exponentials.length; i++) {
            exponentials[i] = StrictMath.exp((double) logits[i * LANES + image] - largest);
            sum += exponentials[i];
        }
        return sum;
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
