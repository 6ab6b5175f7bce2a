/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.dataset.AffineWarp;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.dataset.SeededRandom;

/** Puts images side by side into a shard's input, as they are or augmented; done by the threads that train. */
record ImageLoader(LabeledImages images, Augmentation augmentation, long seed) {
    /** Images as they are. */
    static ImageLoader plain(LabeledImages images) {
        return new ImageLoader(images, Augmentation.NONE, 0);
    }

    void load(Shard shard, int lane, int image, PixelLevels levels) {
        float[] target = shard.values[0];
        byte[] pixels = new byte[images.shape().size()];
        images.copyImage(image, pixels);
        shard.labels[lane] = images.label(image);
        if (augmentation.isNone()) {
            levels.apply(pixels, target, lane);
        } else {
            SeededRandom random = new SeededRandom(seed, image);
            AffineWarp.random(images.shape(), augmentation, random).apply(pixels, target, lane, LANES);
            levels.apply(target, lane);
        }
    }
}
