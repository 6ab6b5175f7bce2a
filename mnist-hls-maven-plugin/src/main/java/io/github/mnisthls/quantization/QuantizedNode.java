/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import java.util.List;

/**
 * A stage and where its inputs come from.
 *
 * @param inputs values by number: 0 is the image, {@code i + 1} what node {@code i} gives
 */
public record QuantizedNode(QuantizedLayer layer, List<Integer> inputs) {
    public QuantizedNode {
        inputs = List.copyOf(inputs);
    }
}
