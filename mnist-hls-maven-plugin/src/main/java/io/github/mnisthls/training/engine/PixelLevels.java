/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;

import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;

/** What the network sees of each pixel. */
final class PixelLevels {
    private static final int MAX_PIXEL = PixelScaling.PIXEL_VALUES - 1;

    private final PixelScaling scaling;
    private final int area;

    /** By channel and pixel value. */
    private final float[][] levels;

    PixelLevels(PixelScaling scaling, Shape image) {
        this.scaling = scaling;
        this.area = image.height() * image.width();
        this.levels = new float[image.channels()][PixelScaling.PIXEL_VALUES];
        for (int channel = 0; channel < levels.length; channel++) {
            for (int pixel = 0; pixel <= MAX_PIXEL; pixel++) {
                levels[channel][pixel] = (float) scaling.apply(channel, pixel);
            }
        }
    }

    /** Writes an image, pixel i to {@code lane + i * LANES}. */
    void apply(byte[] pixels, float[] target, int lane) {
        for (int i = 0; i < pixels.length; i++) {
            target[i * LANES + lane] = levels[i / area][pixels[i] & 0xff];
        }
    }

    /** Turns a lane's pixels, which are from 0 to 1 and may lie between two values, into what the network sees. */
    void apply(float[] target, int lane) {
        if (scaling.isUnit()) {
            return;
        }
        for (int i = 0; i < levels.length * area; i++) {
            int at = i * LANES + lane;
            target[at] = (float) scaling.apply(i / area, (double) target[at] * MAX_PIXEL);
        }
    }
}
