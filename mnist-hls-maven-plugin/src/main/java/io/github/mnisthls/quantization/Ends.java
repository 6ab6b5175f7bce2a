/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Optional;
import java.util.OptionalDouble;

/** The ends that a stage's results are cut to, as numbers; {@link Clamp} has them as integers. */
record Ends(OptionalDouble lowest, OptionalDouble highest) {
    static final Ends NONE = new Ends(OptionalDouble.empty(), OptionalDouble.empty());

    static final Ends RELU = new Ends(OptionalDouble.of(0), OptionalDouble.empty());

    static Ends of(double lowest, double highest) {
        return new Ends(OptionalDouble.of(lowest), OptionalDouble.of(highest));
    }

    /** These, and then others. */
    Ends then(Ends others) {
        return new Ends(others.cut(lowest, others.lowest), others.cut(highest, others.highest));
    }

    private OptionalDouble cut(OptionalDouble end, OptionalDouble otherwise) {
        return end.isPresent() ? OptionalDouble.of(apply(end.getAsDouble())) : otherwise;
    }

    double apply(double value) {
        double above = lowest.isPresent() ? Math.max(value, lowest.getAsDouble()) : value;
        return highest.isPresent() ? Math.min(above, highest.getAsDouble()) : above;
    }

    /** Whether nothing that is left is below 0. */
    boolean isNonNegative() {
        return lowest.isPresent() && lowest.getAsDouble() >= 0;
    }

    /** Whether 0 stays 0. */
    boolean keepsZero() {
        return apply(0) == 0;
    }

    /** Whether a format holds them as they are. */
    boolean areValuesOf(FixedPointFormat format) {
        return isValueOf(lowest, format) && isValueOf(highest, format);
    }

    private static boolean isValueOf(OptionalDouble end, FixedPointFormat format) {
        return end.isEmpty() || format.toDouble(format.quantize(end.getAsDouble())) == end.getAsDouble();
    }

    /** In an accumulator's integers; ends that it does not reach are none. */
    Clamp in(FixedPointFormat accumulator) {
        return new Clamp(raw(lowest, accumulator), raw(highest, accumulator));
    }

    private static Optional<Long> raw(OptionalDouble end, FixedPointFormat accumulator) {
        if (end.isEmpty()) {
            return Optional.empty();
        }
        double raw = Math.rint(Math.scalb(end.getAsDouble(), accumulator.fractionBits()));
        boolean isReached = raw > accumulator.minRaw() && raw < accumulator.maxRaw();
        return isReached || (raw == 0 && accumulator.signed()) ? Optional.of((long) raw) : Optional.empty();
    }
}
