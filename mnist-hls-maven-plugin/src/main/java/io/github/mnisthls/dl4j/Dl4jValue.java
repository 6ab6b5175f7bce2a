/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Shape;

/**
 * A value in a DL4J network.
 *
 * @param name  of what gives it
 * @param shape here
 * @param image shape of DL4J's array where that has the dimensions of images; null where it is a vector
 */
record Dl4jValue(String name, Shape shape, Shape image) {
    static Dl4jValue image(String name, Shape shape) {
        return new Dl4jValue(name, shape, shape);
    }

    static Dl4jValue vector(String name, Shape shape) {
        return new Dl4jValue(name, shape, null);
    }

    /** The same as the vector that it is to be from here on; DL4J turns it into one where it is taken. */
    Dl4jValue flattened() {
        return new Dl4jValue(name, Shape.vector(shape.size()), image);
    }

    boolean isImage() {
        return image != null;
    }

    boolean isFlattenedImage() {
        return image != null && !image.equals(shape);
    }
}
