/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a design must keep to be wanted.
 *
 * @param minimumAccuracy share of the test images, 0 to 1
 * @param imagesPerSecond at least
 * @param intervalCycles  at most
 * @param latencyCycles   at most
 * @param lut             at most
 * @param dsp             at most
 * @param bram18          at most
 */
public record Constraints(
        OptionalDouble minimumAccuracy,
        OptionalDouble imagesPerSecond,
        OptionalLong intervalCycles,
        OptionalLong latencyCycles,
        OptionalLong lut,
        OptionalLong dsp,
        OptionalLong bram18) {
    public static final Constraints NONE = new Constraints(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    /** Whether a design keeps them all. */
    public boolean allow(Figures figures) {
        return figures.accuracy() >= minimumAccuracy.orElse(0)
                && figures.imagesPerSecond() >= imagesPerSecond.orElse(0)
                && figures.intervalCycles() <= intervalCycles.orElse(Long.MAX_VALUE)
                && figures.latencyCycles() <= latencyCycles.orElse(Long.MAX_VALUE)
                && figures.lut() <= lut.orElse(Long.MAX_VALUE)
                && figures.dsp() <= dsp.orElse(Long.MAX_VALUE)
                && figures.bram18() <= bram18.orElse(Long.MAX_VALUE);
    }

    /** The same but for the accuracy. */
    public Constraints ofHardware() {
        return new Constraints(
                OptionalDouble.empty(), imagesPerSecond, intervalCycles, latencyCycles, lut, dsp, bram18);
    }
}
