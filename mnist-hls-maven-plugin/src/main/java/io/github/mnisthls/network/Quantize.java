/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Optional;

/**
 * Rounds each value to a format, as networks do that were trained for it. The quantized network keeps that format as it is.
 *
 * @param format with the rounding and the overflow that count
 */
public record Quantize(String name, FixedPointFormat format) implements ElementwiseLayer {
    public Quantize {
        LayerChecks.checkName(name);
    }

    @Override
    public float apply(float value) {
        return !Float.isFinite(value) ? value : (float) format.toDouble(format.quantize(value));
    }

    /** Rounding has no slope that could teach anything: it is passed over, clipping is not. */
    @Override
    public float slope(float value, float result) {
        return value >= format.toDouble(format.minRaw()) && value <= format.toDouble(format.maxRaw()) ? 1 : 0;
    }

    @Override
    public Optional<FixedPointFormat> rounding() {
        return Optional.of(format);
    }

    @Override
    public <R> R acceptFunction(Visitor<R> visitor) {
        return visitor.quantize(this);
    }
}
