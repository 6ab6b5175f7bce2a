/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/**
 * Shape of one image or activation, in the order channels, height, width (CHW). A vector of n features is n x 1 x 1.
 */
public record Shape(int channels, int height, int width) {
    private static final String AXES = " (channels x rows x columns)";

    public Shape {
        if (channels < 1 || height < 1 || width < 1 || (long) channels * height * width > 1 << 24) {
            throw new InvalidSettingException(
                    "shape",
                    channels + "x" + height + "x" + width + AXES,
                    "each extent must be at least 1 and their product at most 2^24",
                    "Correct the input shape or the layer before it.");
        }
    }

    /** A vector of {@code features} values. */
    public static Shape vector(int features) {
        return new Shape(features, 1, 1);
    }

    /** Number of values. */
    public int size() {
        return channels * height * width;
    }

    public boolean isVector() {
        return height == 1 && width == 1;
    }

    /** As messages show it: with what the numbers stand for. */
    public String named() {
        return this + AXES;
    }

    /** Two shapes as messages show them, with the words between them. */
    public static String named(Shape first, String between, Shape second) {
        return first + between + second.named();
    }

    /** As files and tables show it. */
    @Override
    public String toString() {
        return isVector() ? Integer.toString(channels) : channels + "x" + height + "x" + width;
    }
}
