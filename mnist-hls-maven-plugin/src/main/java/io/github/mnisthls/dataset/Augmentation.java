/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dataset;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;

/**
 * How far training images are moved at random; each amount is drawn evenly from its range for every image and epoch.
 *
 * @param shiftPixels     largest shift in each direction, 0 to 8 pixels
 * @param rotationDegrees largest rotation either way, 0 to 45 degrees
 * @param scale           largest change of size, 0 to 0.5 (0.1: from 0.9 to 1.1 of the size)
 * @param shear           largest slant, 0 to 0.5 pixels to the side per row
 */
public record Augmentation(double shiftPixels, double rotationDegrees, double scale, double shear) {
    /** Images as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0);

    /** Enough variety for handwritten digits to train for tens of epochs without overfitting. */
    public static final Augmentation DEFAULT = new Augmentation(2, 10, 0.1, 0.1);

    private static final double MAX_SHIFT = 8;
    private static final double MAX_ROTATION = 45;
    private static final double MAX_CHANGE = 0.5;

    public Augmentation {
        check(Settings.AUGMENTATION_SHIFT, shiftPixels, MAX_SHIFT);
        check(Settings.AUGMENTATION_ROTATION, rotationDegrees, MAX_ROTATION);
        check(Settings.AUGMENTATION_SCALE, scale, MAX_CHANGE);
        check(Settings.AUGMENTATION_SHEAR, shear, MAX_CHANGE);
    }

    private static void check(Setting setting, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new InvalidSettingException(setting, value, "it must be from 0 to " + max, "0 switches it off.");
        }
    }

    /** Whether images stay as they are. */
    public boolean isNone() {
        return equals(NONE);
    }
}
