/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import java.util.regex.Pattern;

/** Layers of others than Keras: which are theirs, and what to do about those that are not read. */
final class ForeignLayers {
    private static final Pattern QKERAS = Pattern.compile("Q[A-Z]\\w+");

    /** Layers of HGQ, and what its proxy models hold in front of plain layers. */
    private static final Pattern HGQ = Pattern.compile("(.*[:.>])?(H[A-Z]\\w+|FixedPointQuantizer|UnaryLUT)");

    private ForeignLayers() {}

    static boolean ofQkeras(String className) {
        return QKERAS.matcher(className).matches();
    }

    /** What to do about a class that is not read. */
    static String remedy(String className) {
        if (ofQkeras(className)) {
            return "Of QKeras, QDense, QConv1D, QConv2D, QDepthwiseConv2D and QActivation are read: use a layer of"
                    + " Keras with a QActivation after it.";
        }
        if (HGQ.matcher(className).matches()) {
            return "HGQ gives each value bits of its own, which no layer here has: train it with QKeras or Brevitas, or"
                    + " save it with plain layers and choose <precision>.";
        }
        return "Replace it by layers that are read.";
    }
}
