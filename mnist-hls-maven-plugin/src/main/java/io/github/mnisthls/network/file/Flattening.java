/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import java.util.List;

/** Finds the image that a vector was before it was flattened. */
public final class Flattening {
    private Flattening() {}

    /**
     * Shape of the image whose values the layer at {@code position} reads as a vector; the vector itself if it never was
     * an image.
     */
    static Shape shapeBefore(Architecture architecture, int position) {
        List<Shape> shapes = architecture.shapes();
        int i = position;
        while (i > 0
                && shapes.get(i).isVector()
                && keepsOrder(architecture.layers().get(i - 1))) {
            i--;
        }
        return shapes.get(i);
    }

    /** Whether a layer treats each value by itself, so that what was an image's order remains it. */
    public static boolean keepsOrder(Layer layer) {
        return layer instanceof Flatten
                || layer instanceof BatchNorm
                || layer instanceof Relu
                || layer instanceof Dropout;
    }
}
