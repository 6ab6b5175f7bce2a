/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.network.Shape;

/**
 * Rotates, scales, slants and shifts an image about its center, with bilinear interpolation; what comes in from outside
 * is 0.
 */
public final class AffineWarp {
    private final Shape shape;

    /** From a target pixel's distance to the center, to the source pixel. */
    private final double columnByColumn;

    private final double columnByRow;
    private final double rowByColumn;
    private final double rowByRow;
    private final double columnShift;
    private final double rowShift;

    private AffineWarp(Shape shape, Augmentation limits, SeededRandom random) {
        this.shape = shape;
        double angle = Math.toRadians(random.nextSigned(limits.rotationDegrees()));
        double size = 1 + random.nextSigned(limits.scale());
        double slant = random.nextSigned(limits.shear());
        columnShift = random.nextSigned(limits.shiftPixels());
        rowShift = random.nextSigned(limits.shiftPixels());
        columnByColumn = StrictMath.cos(angle) / size;
        columnByRow = slant - StrictMath.sin(angle) / size;
        rowByColumn = StrictMath.sin(angle) / size;
        rowByRow = StrictMath.cos(angle) / size;
    }

    /** A warp within these limits; the same random numbers give the same warp on every machine. */
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
        double centerColumn = (shape.width() - 1) / 2.0;
        double centerRow = (shape.height() - 1) / 2.0;
        int to = at;
        for (int channel = 0; channel < shape.channels(); channel++) {
            int plane = channel * shape.height() * shape.width();
            for (int row = 0; row < shape.height(); row++) {
                double y = row - centerRow;
                for (int column = 0; column < shape.width(); column++) {
                    double x = column - centerColumn;
                    double sourceColumn = columnByColumn * x + columnByRow * y + centerColumn + columnShift;
                    double sourceRow = rowByColumn * x + rowByRow * y + centerRow + rowShift;
                    target[to] = (float) (sample(pixels, plane, sourceRow, sourceColumn) / 255);
                    to += step;
                }
            }
        }
    }

    private double sample(byte[] pixels, int plane, double row, double column) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double down = row - top;
        double right = column - left;
        return (1 - down)
                        * ((1 - right) * pixel(pixels, plane, top, left) + right * pixel(pixels, plane, top, left + 1))
                + down
                        * ((1 - right) * pixel(pixels, plane, top + 1, left)
                                + right * pixel(pixels, plane, top + 1, left + 1));
    }

    private int pixel(byte[] pixels, int plane, int row, int column) {
        boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
        return inside ? pixels[plane + row * shape.width() + column] & 0xff : 0;
    }
}
