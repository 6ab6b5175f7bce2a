/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.AffineWarp;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import org.junit.jupiter.api.Test;

class PixelLevelsTest {
    private static final int LANE = 3;

    /** Weights that were trained before pixels could be scaled must come out the same. */
    @Test
    void unscaledPixelsAreExactlyTheQuotient() {
        byte[] pixels = new byte[256];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        float[] target = new float[256 * LANES];

        new PixelLevels(PixelScaling.UNIT, new Shape(1, 16, 16)).apply(pixels, target, LANE);

        for (int i = 0; i < pixels.length; i++) {
            assertThat(target[i * LANES + LANE]).isEqualTo(i / 255f);
        }
    }

    @Test
    void unscaledAugmentationIsTheWarpAlone() {
        assertWarped(SampleNetworks.smooth(), 0);
    }

    @Test
    void augmentedPixelsAreWarpedAndThenScaled() {
        assertWarped(GraphNetworks.scaled(), 1e-6);
    }

    /** Also what comes in from outside is a pixel of 0, not a value of 0. */
    private static void assertWarped(Architecture architecture, double tolerance) {
        LabeledImages images = SampleNetworks.images(architecture, 2);
        ImageLoader loader = new ImageLoader(images, Augmentation.DEFAULT, 7);
        Shape shape = architecture.input();
        Shard shard = ModelBuilder.random(architecture, 1).createShard(0);
        float[] warped = new float[shape.size()];
        byte[] pixels = new byte[shape.size()];
        images.copyImage(1, pixels);
        AffineWarp.random(shape, Augmentation.DEFAULT, new SeededRandom(7, 1)).apply(pixels, warped, 0, 1);

        loader.load(shard, LANE, 1, new PixelLevels(architecture.pixels(), shape));

        assertThat(warped).contains(0);
        for (int i = 0; i < warped.length; i++) {
            int channel = i / shape.height() / shape.width();
            double expected = architecture.pixels().isUnit()
                    ? warped[i]
                    : architecture.pixels().apply(channel, 255.0 * warped[i]);
            assertThat((double) shard.values[0][i * LANES + LANE]).isCloseTo(expected, within(tolerance));
        }
    }
}
