/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.network.Shape;

/** Images of 8-bit pixels with their labels. A pixel p stands for {@code p / 255}. */
public final class LabeledImages {
    private final Shape shape;
    private final byte[] pixels;
    private final byte[] labels;

    /**
     * @param shape  of each image
     * @param pixels image after image, each in CHW order; not copied
     * @param labels one per image, 0 to 255; not copied
     */
    LabeledImages(Shape shape, byte[] pixels, byte[] labels) {
        if (pixels.length != (long) labels.length * shape.size()) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are not " + labels.length + " images of " + shape.named());
        }
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
    }

    /** Images from arrays that are copied. */
    public static LabeledImages of(Shape shape, byte[] pixels, byte[] labels) {
        return new LabeledImages(shape, pixels.clone(), labels.clone());
    }

    public Shape shape() {
        return shape;
    }

    public int count() {
        return labels.length;
    }

    /** The label of an image, 0 to 255. */
    public int label(int image) {
        return labels[image] & 0xff;
    }

    /** One pixel, 0 to 255; {@code position} counts in CHW order. */
    public int pixel(int image, int position) {
        return pixels[image * shape.size() + position] & 0xff;
    }

    /** Copies one image's pixels (as signed bytes, to be read as 0 to 255) to {@code target}, from its start. */
    public void copyImage(int image, byte[] target) {
        System.arraycopy(pixels, image * shape.size(), target, 0, shape.size());
    }

    /** These images, in this order. */
    public LabeledImages select(int... images) {
        byte[] chosenPixels = new byte[images.length * shape.size()];
        byte[] chosenLabels = new byte[images.length];
        for (int i = 0; i < images.length; i++) {
            System.arraycopy(pixels, images[i] * shape.size(), chosenPixels, i * shape.size(), shape.size());
            chosenLabels[i] = labels[images[i]];
        }
        return new LabeledImages(shape, chosenPixels, chosenLabels);
    }

    /** The first images, at most {@code limit}. */
    public LabeledImages first(int limit) {
        int[] images = new int[Math.min(limit, count())];
        for (int i = 0; i < images.length; i++) {
            images[i] = i;
        }
        return select(images);
    }
}
