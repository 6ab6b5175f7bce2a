/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.reporting.Budget;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The limits of the POM's {@code <budget>}; what is not given is not checked. */
public final class BudgetElements {
    private boolean bitExact = true;
    private Double minimumAccuracy;
    private Double largestAccuracyDrop;
    private Long largestFlips;
    private Long intervalCycles;
    private Long latencyCycles;
    private Long lut;
    private Long dsp;
    private Long bram18;
    private Double clockPeriodNs;

    Budget toBudget() {
        return new Budget(
                bitExact,
                optional(minimumAccuracy),
                optional(largestAccuracyDrop),
                optional(largestFlips),
                optional(intervalCycles),
                optional(latencyCycles),
                optional(lut),
                optional(dsp),
                optional(bram18),
                optional(clockPeriodNs));
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
