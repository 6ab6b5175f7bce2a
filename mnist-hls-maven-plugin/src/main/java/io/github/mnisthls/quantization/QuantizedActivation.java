/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function of each value by itself that is made of straight lines: negative values times a slope, if there is one, then
 * the clamp. A ReLU that no stage before it can take up, leaky and parametric ReLU.
 *
 * @param slopes absent where negative values keep theirs
 */
@JsonTypeName("activation")
public record QuantizedActivation(
        String name,
        Shape input,
        FixedPointFormat inputFormat,
        Optional<Slopes> slopes,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        Clamp clamp)
        implements QuantizedLayer.Unary {

    /**
     * Factors of negative values.
     *
     * @param format    with at least 0 fraction bits
     * @param byChannel raw, one per channel
     */
    public record Slopes(FixedPointFormat format, RawVector byChannel) {
        public Slopes {
            byChannel.checkFits(format);
            if (format.fractionBits() < 0) {
                throw new IllegalArgumentException("slopes in " + format + " cannot be compared with 1");
            }
        }
    }

    public QuantizedActivation {
        int fraction = inputFormat.fractionBits()
                + slopes.map(Slopes::format).map(FixedPointFormat::fractionBits).orElse(0);
        if (accumulatorFormat.fractionBits() != fraction
                || slopes.map(own -> own.byChannel().size() != input.channels()).orElse(false)) {
            throw new IllegalArgumentException("layer " + name + ": the accumulator " + accumulatorFormat
                    + " or the slopes " + slopes + " do not fit the input");
        }
        clamp.checkFits(name, accumulatorFormat);
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public long macs() {
        return 0;
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        if (slopes.isEmpty()) {
            return Sums.of(inputs);
        }
        List<RawRange> results = new ArrayList<>();
        for (int channel = 0; channel < inputs.size(); channel++) {
            FixedPointFormat format = slopes.get().format();
            BigInteger slope = RawRange.integer(slopes.get().byChannel().get(channel), format);
            BigInteger one = BigInteger.ONE.shiftLeft(format.fractionBits());
            RawRange positive = inputs.get(channel).relu().times(one);
            RawRange negative = inputs.get(channel).negative().times(slope);
            results.add(positive.hull(negative));
        }
        return Sums.of(results);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.activation(this);
    }
}
