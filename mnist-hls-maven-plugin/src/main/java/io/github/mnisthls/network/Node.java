/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import java.util.List;

/**
 * A layer and where its inputs come from.
 *
 * @param inputs values of the graph by number: 0 is the image, {@code i + 1} what node {@code i} gives
 */
public record Node(Layer layer, List<Integer> inputs) {
    public Node {
        inputs = List.copyOf(inputs);
    }
}
