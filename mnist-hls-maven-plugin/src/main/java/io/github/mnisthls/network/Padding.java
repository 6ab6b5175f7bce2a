/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;

/** Rows and columns of zeros put around an image before a convolution, each from 0 to 64. */
public record Padding(int top, int bottom, int left, int right) {
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    private static final int MAX = 64;

    public Padding {
        for (int side : new int[] {top, bottom, left, right}) {
            if (side < 0 || side > MAX) {
                throw new InvalidSettingException(
                        "padding", side, "it must be from 0 to " + MAX, "Choose a smaller padding.");
            }
        }
    }

    /** The same padding on all four sides. */
    public static Padding of(int side) {
        return new Padding(side, side, side, side);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
