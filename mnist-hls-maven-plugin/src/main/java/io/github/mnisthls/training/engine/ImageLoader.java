/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.dataset.AffineWarp;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.dataset.SeededRandom;

/** Puts images side by side into a shard's input, as they are or augmented; done by the threads that train. */
record ImageLoader(LabeledImages images, Augmentation augmentation, long seed) {
    private static final float MAX_PIXEL = 255;

    /** Images as they are. */
    static ImageLoader plain(LabeledImages images) {
        return new ImageLoader(images, Augmentation.NONE, 0);
    }

    void load(Shard shard, int lane, int image) {
        float[] target = shard.values[0];
        byte[] pixels = new byte[images.shape().size()];
        images.copyImage(image, pixels);
        shard.labels[lane] = images.label(image);
        if (augmentation.isNone()) {
            for (int i = 0; i < pixels.length; i++) {
                target[i * LANES + lane] = (pixels[i] & 0xff) / MAX_PIXEL;
            }
        } else {
            SeededRandom random = new SeededRandom(seed, image);
            AffineWarp.random(images.shape(), augmentation, random).apply(pixels, target, lane, LANES);
        }
    }
}
