/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Optional;

/** Fully connected layer with bias; an input image is read in CHW order. */
@JsonTypeName("dense")
public record QuantizedDense(
        String name,
        Shape input,
        Shape output,
        FixedPointFormat inputFormat,
        QuantizedAffine affine,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        Clamp clamp)
        implements QuantizedLayer.Unary {
    public QuantizedDense {
        StageChecks.check(name, output, Shape.vector(affine.outputs()));
        StageChecks.check(name, affine, input.size(), inputFormat, accumulatorFormat);
        clamp.checkFits(name, accumulatorFormat);
    }

    @Override
    public Optional<QuantizedAffine> trained() {
        return Optional.of(affine);
    }

    @Override
    public List<Integer> weightExtents() {
        return List.of(affine.outputs(), affine.fanIn());
    }

    @Override
    public long macs() {
        return (long) output.size() * affine.fanIn();
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        return WindowSums.dense(affine, inputFormat, input, inputs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dense(this);
    }
}
