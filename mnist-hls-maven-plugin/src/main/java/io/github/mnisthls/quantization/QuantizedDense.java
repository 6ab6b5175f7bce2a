/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;

/** Fully connected layer with bias; an input image is read in CHW order. */
public record QuantizedDense(
        String name,
        Shape input,
        Shape output,
        FixedPointFormat inputFormat,
        QuantizedAffine affine,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        boolean relu)
        implements QuantizedLayer {
    public QuantizedDense {
        LayerChecks.check(name, output, Shape.vector(affine.outputs()));
        LayerChecks.check(name, affine, input.size(), inputFormat, accumulatorFormat);
    }

    @Override
    public long macs() {
        return (long) output.size() * affine.fanIn();
    }
}
