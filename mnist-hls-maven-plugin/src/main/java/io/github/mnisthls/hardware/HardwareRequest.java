/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user asks of the hardware. At most one of the three targets is given; without one the fastest design that
 * fits the part is planned.
 *
 * @param part                  the device
 * @param clockPeriodNs         clock period, 0.1 to 1,000,000
 * @param targetImagesPerSecond as cheap as possible, at least this fast
 * @param maxMultipliers        as fast as possible with at most this many products per cycle
 * @param maxLatencyCycles      as cheap as possible with this latency of one image
 * @param limits                that hold with any of them
 * @param foldings              foldings that are not the planner's to choose, by layer
 * @param implementations       what products of other layers have to be made of; how many are made at the same time is the
 *                              planner's to choose
 * @param pixelsPerBeat         values of the image that come in at the same time, 1 to 64
 */
public record HardwareRequest(
        Part part,
        double clockPeriodNs,
        OptionalDouble targetImagesPerSecond,
        OptionalInt maxMultipliers,
        OptionalLong maxLatencyCycles,
        Limits limits,
        Map<String, Folding> foldings,
        Map<String, Implementation> implementations,
        int pixelsPerBeat) {
    private static final double LEAST_CLOCK_PERIOD_NS = 0.1;
    private static final double MOST_CLOCK_PERIOD_NS = 1e6;
    private static final int MOST_PIXELS_PER_BEAT = 64;

    public HardwareRequest {
        if (!(clockPeriodNs >= LEAST_CLOCK_PERIOD_NS && clockPeriodNs <= MOST_CLOCK_PERIOD_NS)) {
            throw new InvalidSettingException(
                    Settings.CLOCK_PERIOD_NS,
                    clockPeriodNs,
                    "a clock period is from 0.1 (10 GHz) to 1,000,000 (1 kHz) nanoseconds",
                    "Use 10 for 100 MHz.");
        }
        long targets = Stream.of(
                        targetImagesPerSecond.isPresent(), maxMultipliers.isPresent(), maxLatencyCycles.isPresent())
                .filter(given -> given)
                .count();
        if (targets > 1) {
            throw new InvalidSettingException("<targetImagesPerSecond>, <maxMultipliers>, <maxLatencyCycles>: "
                    + targets + " of them are given, but a plan follows one target. Keep one of them.");
        }
        if (pixelsPerBeat < 1 || pixelsPerBeat > MOST_PIXELS_PER_BEAT) {
            throw new InvalidSettingException(
                    Settings.PIXELS_PER_BEAT,
                    pixelsPerBeat,
                    "a beat has from 1 to " + MOST_PIXELS_PER_BEAT + " pixels",
                    "Use 1, or 8 for a stream of 64 bits.");
        }
        foldings = Collections.unmodifiableMap(new LinkedHashMap<>(foldings));
        implementations = Collections.unmodifiableMap(new LinkedHashMap<>(implementations));
    }

    /** One that leaves to the planner what products are made of, but for those foldings. */
    public HardwareRequest(
            Part part,
            double clockPeriodNs,
            OptionalDouble targetImagesPerSecond,
            OptionalInt maxMultipliers,
            OptionalLong maxLatencyCycles,
            Limits limits,
            Map<String, Folding> foldings,
            int pixelsPerBeat) {
        this(
                part,
                clockPeriodNs,
                targetImagesPerSecond,
                maxMultipliers,
                maxLatencyCycles,
                limits,
                foldings,
                Map.of(),
                pixelsPerBeat);
    }

    /** Layers whose products are made of what the user says. */
    Set<String> given() {
        return Stream.of(foldings.keySet(), implementations.keySet())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The fastest design that fits the part. */
    public static HardwareRequest fastest(Part part, double clockPeriodNs) {
        return new HardwareRequest(
                part,
                clockPeriodNs,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                Limits.NONE,
                Map.of(),
                1);
    }

    /** The same with other foldings. */
    public HardwareRequest withFoldings(Map<String, Folding> others) {
        return new HardwareRequest(
                part,
                clockPeriodNs,
                targetImagesPerSecond,
                maxMultipliers,
                maxLatencyCycles,
                limits,
                others,
                implementations,
                pixelsPerBeat);
    }

    /** The same with products of these layers made of that. */
    public HardwareRequest withImplementations(Map<String, Implementation> others) {
        return new HardwareRequest(
                part,
                clockPeriodNs,
                targetImagesPerSecond,
                maxMultipliers,
                maxLatencyCycles,
                limits,
                foldings,
                others,
                pixelsPerBeat);
    }

    /** The same with another target. */
    public HardwareRequest withMaxMultipliers(int multipliers) {
        return new HardwareRequest(
                part,
                clockPeriodNs,
                OptionalDouble.empty(),
                OptionalInt.of(multipliers),
                OptionalLong.empty(),
                limits,
                foldings,
                implementations,
                pixelsPerBeat);
    }

    /** The same within limits. */
    public HardwareRequest within(Limits others) {
        return new HardwareRequest(
                part,
                clockPeriodNs,
                targetImagesPerSecond,
                maxMultipliers,
                maxLatencyCycles,
                others,
                foldings,
                implementations,
                pixelsPerBeat);
    }

    /** The same with other beats. */
    public HardwareRequest withPixelsPerBeat(int pixels) {
        return new HardwareRequest(
                part,
                clockPeriodNs,
                targetImagesPerSecond,
                maxMultipliers,
                maxLatencyCycles,
                limits,
                foldings,
                implementations,
                pixels);
    }
}
