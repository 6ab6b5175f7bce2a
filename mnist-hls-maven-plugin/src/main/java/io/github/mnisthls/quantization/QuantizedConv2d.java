/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.Optional;

/** Convolution with bias; padding is with zeros. */
@JsonTypeName("conv")
public record QuantizedConv2d(
        String name,
        Shape input,
        Shape output,
        Window window,
        FixedPointFormat inputFormat,
        QuantizedAffine affine,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        Clamp clamp)
        implements QuantizedLayer.Unary {
    public QuantizedConv2d {
        StageChecks.check(name, output, new Conv2d(name, affine.outputs(), window).outputShape(input));
        StageChecks.check(name, affine, input.channels() * window.area(), inputFormat, accumulatorFormat);
        clamp.checkFits(name, accumulatorFormat);
    }

    @Override
    public Optional<QuantizedAffine> trained() {
        return Optional.of(affine);
    }

    @Override
    public List<Integer> weightExtents() {
        return List.of(affine.outputs(), input.channels(), window.kernelHeight(), window.kernelWidth());
    }

    @Override
    public long macs() {
        return (long) output.size() * affine.fanIn();
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        return WindowSums.convolution(affine, inputFormat, window, input, output, inputs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.conv2d(this);
    }
}
