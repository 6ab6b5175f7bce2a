/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;

/** Convolution with bias; padding is with zeros. */
public record QuantizedConv2d(
        String name,
        Shape input,
        Shape output,
        Window window,
        FixedPointFormat inputFormat,
        QuantizedAffine affine,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        boolean relu)
        implements QuantizedLayer {
    public QuantizedConv2d {
        LayerChecks.check(name, output, new Conv2d(name, affine.outputs(), window).outputShape(input));
        LayerChecks.check(name, affine, input.channels() * window.area(), inputFormat, accumulatorFormat);
    }

    @Override
    public long macs() {
        return (long) output.size() * affine.fanIn();
    }
}
