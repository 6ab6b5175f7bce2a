/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.Optional;

/**
 * A convolution of each channel by itself, with bias; padding is with zeros. With a window of one value it is a scale and a
 * shift per channel: what is left of a batch normalization that nothing can take up.
 *
 * @param affine weights in the order output channel, row, column; output channel {@code c * multiplier + m} sees input
 *               channel {@code c}
 */
@JsonTypeName("depthwiseConv")
public record QuantizedDepthwise(
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
    public QuantizedDepthwise {
        int times = affine.outputs() / input.channels();
        StageChecks.check(name, output, new DepthwiseConv2d(name, times, window, true).outputShape(input));
        StageChecks.check(name, affine, window.area(), inputFormat, accumulatorFormat);
        clamp.checkFits(name, accumulatorFormat);
    }

    /** Output channels per input channel. */
    public int multiplier() {
        return output.channels() / input.channels();
    }

    /** Inputs of {@link #matrix}: a whole window. */
    public int matrixInputs() {
        return input.channels() * window.area();
    }

    /** The same as a convolution of all channels, in which most weights are 0. */
    public QuantizedAffine matrix() {
        int area = window.area();
        long[] weights = new long[affine.outputs() * matrixInputs()];
        for (int place = 0; place < affine.weights().size(); place++) {
            int output = place / area;
            int channel = output / multiplier();
            weights[(output * input.channels() + channel) * area + place % area] =
                    affine.weights().get(place);
        }
        return new QuantizedAffine(affine.weightFormat(), RawVector.of(weights), affine.biasFormat(), affine.bias());
    }

    @Override
    public Optional<QuantizedAffine> trained() {
        return Optional.of(affine);
    }

    @Override
    public List<Integer> weightExtents() {
        return List.of(affine.outputs(), 1, window.kernelHeight(), window.kernelWidth());
    }

    @Override
    public long macs() {
        return (long) output.size() * affine.fanIn();
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        return WindowSums.depthwise(affine, inputFormat, window, input, output, inputs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.depthwise(this);
    }
}
