/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Shape;
import java.util.List;

/**
 * Where an operation stands.
 *
 * @param index  position among the operations
 * @param inputs numbers of the values that it takes; 0 is the image
 * @param output number of the value that it gives; further ones follow it
 * @param shapes of the inputs
 * @param shape  of each output
 */
record Wiring(int index, List<Integer> inputs, int output, List<Shape> shapes, Shape shape) {
    Wiring {
        inputs = List.copyOf(inputs);
        shapes = List.copyOf(shapes);
    }
}
