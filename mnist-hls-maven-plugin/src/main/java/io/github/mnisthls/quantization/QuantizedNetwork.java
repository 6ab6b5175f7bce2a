/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import java.util.List;

/**
 * The network in exact integers: the one truth that emulation, C simulation and hardware must equal bit for bit.
 *
 * @param precision as the user wrote it, such as {@code ap_fixed<16,8>} or {@code auto:8}
 * @param layers    in order, at least one; each takes the output of the one before it, in the same format
 */
public record QuantizedNetwork(String name, String precision, QuantizedInput input, List<QuantizedLayer> layers) {
    public QuantizedNetwork {
        layers = List.copyOf(layers);
        Shape shape = input.shape();
        FixedPointFormat format = input.format();
        for (QuantizedLayer layer : layers) {
            if (layer.input().size() != shape.size() || !layer.inputFormat().equals(format)) {
                throw new IllegalArgumentException("layer " + layer.name() + " takes " + layer.input() + " in "
                        + layer.inputFormat() + " but gets " + shape + " in " + format);
            }
            shape = layer.output();
            format = layer.outputFormat();
        }
    }

    /** The layer that gives the logits. */
    public QuantizedLayer last() {
        return layers.get(layers.size() - 1);
    }

    /** Number of logits. */
    public int classes() {
        return last().output().size();
    }
}
