/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a value of the network is rounded: cut to two ends, then converted.
 *
 * @param lowest  end, if there is one
 * @param highest alike
 */
public record ValueRounding(FixedPointFormat format, OptionalDouble lowest, OptionalDouble highest) {
    static ValueRounding of(FixedPointFormat format) {
        return new ValueRounding(format, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Of what a layer computes. */
    static ValueRounding of(QuantizedLayer layer) {
        return new ValueRounding(
                layer.outputFormat(),
                end(layer, layer.clamp().lowest()),
                end(layer, layer.clamp().highest()));
    }

    private static OptionalDouble end(QuantizedLayer layer, Optional<Long> raw) {
        return raw.map(value -> OptionalDouble.of(layer.accumulatorFormat().toDouble(value)))
                .orElseGet(OptionalDouble::empty);
    }

    /** The smallest number that is neither cut nor out of range. */
    public double least() {
        return Math.max(lowest.orElse(Double.NEGATIVE_INFINITY), format.toDouble(format.minRaw()));
    }

    /** The largest number that is neither cut nor out of range. */
    public double greatest() {
        return Math.min(highest.orElse(Double.POSITIVE_INFINITY), format.toDouble(format.maxRaw()));
    }

    /** What becomes of a number. */
    public double round(double value) {
        double above = Math.max(value, lowest.orElse(value));
        return format.toDouble(format.quantize(Math.min(above, highest.orElse(above))));
    }
}
