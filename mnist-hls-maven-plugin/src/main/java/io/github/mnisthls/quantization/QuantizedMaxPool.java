/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;

/** Largest value of each window. The accumulator's format is the input's. */
public record QuantizedMaxPool(
        String name,
        Shape input,
        Shape output,
        Window window,
        FixedPointFormat inputFormat,
        FixedPointFormat outputFormat,
        boolean relu)
        implements QuantizedLayer {
    public QuantizedMaxPool {
        LayerChecks.check(name, output, new MaxPool(name, window).outputShape(input));
    }

    @Override
    public FixedPointFormat accumulatorFormat() {
        return inputFormat;
    }

    @Override
    public long macs() {
        return 0;
    }
}
