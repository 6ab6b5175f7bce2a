/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Shape;

/** The same images, seen otherwise. */
final class OtherImages {
    private OtherImages() {}

    /** Where a pixel comes from. */
    @FunctionalInterface
    private interface Source {
        int of(int channel, int row, int column);
    }

    /** Rows become columns; images must be square. */
    static LabeledImages transposed(LabeledImages images) {
        Shape shape = images.shape();
        return moved(images, (c, h, w) -> (c * shape.height() + w) * shape.width() + h);
    }

    /** The first channel becomes the last. */
    static LabeledImages reversedChannels(LabeledImages images) {
        Shape shape = images.shape();
        return moved(images, (c, h, w) -> ((shape.channels() - 1 - c) * shape.height() + h) * shape.width() + w);
    }

    private static LabeledImages moved(LabeledImages images, Source source) {
        Shape shape = images.shape();
        byte[] pixels = new byte[images.count() * shape.size()];
        byte[] labels = new byte[images.count()];
        for (int image = 0; image < images.count(); image++) {
            labels[image] = (byte) images.label(image);
            int at = image * shape.size();
            for (int c = 0; c < shape.channels(); c++) {
                for (int h = 0; h < shape.height(); h++) {
                    for (int w = 0; w < shape.width(); w++) {
                        pixels[at++] = (byte) images.pixel(image, source.of(c, h, w));
                    }
                }
            }
        }
        return LabeledImages.of(shape, pixels, labels);
    }
}
