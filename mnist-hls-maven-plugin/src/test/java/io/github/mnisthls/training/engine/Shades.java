/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Shape;
import java.util.Random;

/** Noise whose class is how bright it is: quickly learned. */
public final class Shades {
    private static final int CLASSES = 4;

    private Shades() {}

    /** Images of four classes. */
    public static LabeledImages images(Shape shape, int count) {
        Random random = new Random(4);
        byte[] pixels = new byte[count * shape.size()];
        byte[] labels = new byte[count];
        for (int i = 0; i < pixels.length; i++) {
            int label = i / shape.size() % CLASSES;
            labels[i / shape.size()] = (byte) label;
            pixels[i] = (byte) (60 * label + random.nextInt(70));
        }
        return LabeledImages.of(shape, pixels, labels);
    }
}
