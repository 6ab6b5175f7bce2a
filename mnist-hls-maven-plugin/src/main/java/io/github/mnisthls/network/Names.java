/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.regex.Pattern;

/** The checks that all layers share. */
final class Names {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private Names() {}

    static void check(String name) {
        if (!LEGAL.matcher(name).matches()) {
            throw new InvalidSettingException(
                    "layer name",
                    name,
                    "names become C++ identifiers and file names",
                    "Use a letter followed by at most 63 letters, digits and underscores.");
        }
    }

    static void checkPositive(String layer, String property, int value) {
        if (value < 1) {
            throw new InvalidSettingException(
                    property + " of layer '" + layer + "'", value, "it must be at least 1", "Give a positive number.");
        }
    }

    static void checkUnpadded(String layer, Window window) {
        if (!window.padding().isNone()) {
            throw new InvalidSettingException(
                    "padding of layer '" + layer + "'",
                    window.padding(),
                    "pooling layers take no padding",
                    "Remove the padding or put it into the convolution before.");
        }
    }
}
