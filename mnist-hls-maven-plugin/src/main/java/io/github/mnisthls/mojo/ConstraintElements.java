/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.explore.space.Constraints;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the POM's {@code <constraints>} demand of a design. */
public final class ConstraintElements {
    private Double minimumAccuracy;
    private Double imagesPerSecond;
    private Long intervalCycles;
    private Long latencyCycles;
    private Long lut;
    private Long dsp;
    private Long bram18;

    Constraints toConstraints() {
        return new Constraints(
                optional(minimumAccuracy),
                optional(imagesPerSecond),
                optional(intervalCycles),
                optional(latencyCycles),
                optional(lut),
                optional(dsp),
                optional(bram18));
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
