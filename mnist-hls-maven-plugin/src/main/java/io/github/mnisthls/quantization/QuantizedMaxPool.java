/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;

/** Largest value of each window; padding never wins. The accumulator's format is the input's. */
@JsonTypeName("maxPool")
public record QuantizedMaxPool(
        String name,
        Shape input,
        Shape output,
        Window window,
        FixedPointFormat inputFormat,
        FixedPointFormat outputFormat,
        Clamp clamp)
        implements QuantizedLayer.Unary {
    public QuantizedMaxPool {
        StageChecks.check(name, output, new MaxPool(name, window).outputShape(input));
        clamp.checkFits(name, inputFormat);
    }

    @Override
    public FixedPointFormat accumulatorFormat() {
        return inputFormat;
    }

    @Override
    public boolean accumulates() {
        return false;
    }

    @Override
    public long macs() {
        return 0;
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        return Sums.of(inputs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.maxPool(this);
    }
}
