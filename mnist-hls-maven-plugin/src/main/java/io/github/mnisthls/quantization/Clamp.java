/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The ends that a stage's exact result is cut to before it is converted: ReLU, ReLU6, hard tanh, or nothing.
 *
 * @param lowest  raw, at the accumulator's binary point
 * @param highest alike
 */
public record Clamp(Optional<Long> lowest, Optional<Long> highest) {
    public static final Clamp NONE = new Clamp(Optional.empty(), Optional.empty());

    public static final Clamp RELU = new Clamp(Optional.of(0L), Optional.empty());

    public Clamp {
        if (lowest.isPresent() && highest.isPresent() && lowest.get() > highest.get()) {
            throw new IllegalArgumentException("nothing lies from " + lowest.get() + " to " + highest.get());
        }
    }

    /** ReLU or nothing. */
    public static Clamp relu(boolean relu) {
        return relu ? RELU : NONE;
    }

    public boolean isNone() {
        return equals(NONE);
    }

    public boolean isRelu() {
        return equals(RELU);
    }

    /** What is left of a value. */
    public long apply(long raw) {
        long above = lowest.isPresent() ? Math.max(raw, lowest.get()) : raw;
        return highest.isPresent() ? Math.min(above, highest.get()) : above;
    }

    /** What is left of a range. */
    RawRange apply(RawRange range) {
        return new RawRange(apply(range.min()), apply(range.max()));
    }

    private BigInteger apply(BigInteger raw) {
        BigInteger above = lowest.map(BigInteger::valueOf).map(raw::max).orElse(raw);
        return highest.map(BigInteger::valueOf).map(above::min).orElse(above);
    }

    /** @throws IllegalArgumentException if the accumulator cannot hold an end */
    void checkFits(String layer, FixedPointFormat accumulator) {
        boolean fits = lowest.map(accumulator::holds).orElse(true)
                && highest.map(accumulator::holds).orElse(true);
        if (!fits) {
            throw new IllegalArgumentException(
                    "layer " + layer + ": the accumulator " + accumulator + " cannot hold the ends " + this);
        }
    }
}
