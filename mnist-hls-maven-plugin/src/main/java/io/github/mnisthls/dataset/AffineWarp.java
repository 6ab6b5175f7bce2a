/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.network.Shape;

/**
 * Rotates, scales, slants and shifts an image about its center, with bilinear interpolation; what comes in from outside
 * is 0. Its numbers are the same on every machine.
 */
public final class AffineWarp {
    private static final float MAX_PIXEL = 255;

    /** Positions are fixed-point numbers with so many fraction bits: the integer part costs one shift. */
    private static final int FRACTION_BITS = 16;

    private static final int ONE = 1 << FRACTION_BITS;

    /** Rows and columns of zeros around the image. */
    private static final int FRAME = 2;

    private final Shape shape;

    /** Step of the source position per target column and row; like all positions in units of {@code 1 / ONE} pixel. */
    private final int columnByColumn;

    private final int columnByRow;
    private final int rowByColumn;
    private final int rowByRow;

    /** Source position of the upper left target pixel. */
    private final int firstColumn;

    private final int firstRow;

    private AffineWarp(Shape shape, Augmentation limits, SeededRandom random) {
        this.shape = shape;
        double angle = Math.toRadians(random.nextSigned(limits.rotationDegrees()));
        double size = 1 + random.nextSigned(limits.scale());
        double slant = random.nextSigned(limits.shear());
        double columnShift = random.nextSigned(limits.shiftPixels());
        double rowShift = random.nextSigned(limits.shiftPixels());
        double cosine = StrictMath.cos(angle) / size;
        double sine = StrictMath.sin(angle) / size;
        double centerColumn = (shape.width() - 1) / 2.0;
        double centerRow = (shape.height() - 1) / 2.0;
        columnByColumn = fixed(cosine);
        columnByRow = fixed(slant - sine);
        rowByColumn = fixed(sine);
        rowByRow = fixed(cosine);
        firstColumn = fixed(centerColumn + columnShift - cosine * centerColumn - (slant - sine) * centerRow);
        firstRow = fixed(centerRow + rowShift - sine * centerColumn - cosine * centerRow);
    }

    /** A warp within these limits. */
    public static AffineWarp random(Shape shape, Augmentation limits, SeededRandom random) {
        return new AffineWarp(shape, limits, random);
    }

    /**
     * Writes the warped image.
     *
     * @param pixels 0 to 255 as bytes, in CHW order
     * @param target pixel i, as 0 to 1, goes to {@code at + i * step}
     */
    public void apply(byte[] pixels, float[] target, int at, int step) {
        int area = shape.height() * shape.width();
        for (int channel = 0; channel < shape.channels(); channel++) {
            applyPlane(framed(pixels, channel * area), target, at + channel * area * step, step);
        }
    }

    private static int fixed(double value) {
        return (int) Math.rint(value * ONE);
    }

    /** One channel in a frame of zeros, so that no position needs to be checked later. */
    private float[] framed(byte[] pixels, int at) {
        int stride = shape.width() + 2 * FRAME;
        float[] plane = new float[(shape.height() + 2 * FRAME) * stride];
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                plane[(row + FRAME) * stride + column + FRAME] =
                        (pixels[at + row * shape.width() + column] & 0xff) / MAX_PIXEL;
            }
        }
        return plane;
    }

    private void applyPlane(float[] plane, float[] target, int at, int step) {
        int stride = shape.width() + 2 * FRAME;
        int lastColumn = (shape.width() + FRAME) * ONE;
        int lastRow = (shape.height() + FRAME) * ONE;
        float scale = 1f / ONE;
        int to = at;
        for (int row = 0; row < shape.height(); row++) {
            int startColumn = firstColumn + row * columnByRow + FRAME * ONE;
            int startRow = firstRow + row * rowByRow + FRAME * ONE;
            for (int column = 0; column < shape.width(); column++) {
                // Positions outside come to lie in the frame.
                int x = Math.max(0, Math.min(startColumn + column * columnByColumn, lastColumn));
                int y = Math.max(0, Math.min(startRow + column * rowByColumn, lastRow));
                float right = (x & (ONE - 1)) * scale;
                float down = (y & (ONE - 1)) * scale;
                int i = (y >> FRACTION_BITS) * stride + (x >> FRACTION_BITS);
                float upper = plane[i] + right * (plane[i + 1] - plane[i]);
                float lower = plane[i + stride] + right * (plane[i + stride + 1] - plane[i + stride]);
                target[to] = upper + down * (lower - upper);
                to += step;
            }
        }
    }
}
