/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import java.util.ArrayList;
import java.util.List;

/** A finished network that shows another what it makes of the same images: not only the class, but how sure it is. */
final class Teacher {
    /** How much its answers count beside the labels. */
    private static final double SHARE = 0.5;

    private final Model model;
    private final List<Shard> pool = new ArrayList<>();

    Teacher(Model model) {
        this.model = model;
    }

    /** Makes room for shards, which threads then use by themselves. */
    void prepare(int shards) {
        while (pool.size() < shards) {
            pool.add(model.createShard(pool.size()));
        }
    }

    /**
     * Mixes its own answers into the targets of a shard.
     *
     * @param pupil   has the images, augmented or not
     * @param targets the probability of each class for each image, lanes innermost
     */
    void add(Shard pupil, float[] targets) {
        Shard own = pool.get(pupil.position);
        System.arraycopy(pupil.values[0], 0, own.values[0], 0, own.values[0].length);
        own.count = pupil.count;
        model.operations().forEach(operation -> operation.forward(own, false));
        double[] exponentials = new double[targets.length / LANES];
        for (int image = 0; image < own.count; image++) {
            double sum = SoftmaxLoss.exponentials(own.logits(), image, exponentials);
            for (int i = 0; i < exponentials.length; i++) {
                int at = i * LANES + image;
                targets[at] = (float) ((1 - SHARE) * targets[at] + SHARE * exponentials[i] / sum);
            }
        }
    }
}
