/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Limits;
import io.github.mnisthls.hardware.Part;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.NearestName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a point asks of the planner: the POM's targets and limits as one text, such as {@code maxMultipliers=100} or {@code
 * targetImagesPerSecond=50000 maxDsp=0}; {@code fastest} asks for nothing.
 *
 * @param text   as the user wrote it, with single blanks
 * @param values by the names of the POM's elements
 */
public record Target(String text, Map<String, String> values) {
    private static final String FASTEST = "fastest";
    private static final String IMAGES_PER_SECOND = "targetImagesPerSecond";
    private static final String MULTIPLIERS = "maxMultipliers";
    private static final String LATENCY = "maxLatencyCycles";
    private static final String LUT = "maxLut";
    private static final String DSP = "maxDsp";
    private static final String BRAM18 = "maxBram18";
    private static final String PIXELS = "pixelsPerBeat";
    private static final TreeSet<String> NAMES =
            new TreeSet<>(List.of(IMAGES_PER_SECOND, MULTIPLIERS, LATENCY, LUT, DSP, BRAM18, PIXELS));
    private static final long MOST = 1_000_000_000_000L;

    public Target {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * Reads one.
     *
     * @throws InvalidSettingException if it is none
     */
    public static Target parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        String joined = String.join(" ", words);
        if (joined.equals(FASTEST)) {
            return new Target(joined, Map.of());
        }
        Map<String, String> values = new TreeMap<>();
        for (String word : words) {
            String[] sides = word.split("=", 2);
            if (sides.length < 2 || !NAMES.contains(sides[0])) {
                throw refused(
                        joined,
                        "'" + sides[0] + "' is not a target; did you mean '" + NearestName.of(sides[0], NAMES) + "'?");
            }
            if (!isNumber(sides[1]) || values.put(sides[0], sides[1]) != null) {
                throw refused(joined, "'" + word + "' needs one number from 0 to " + MOST);
            }
        }
        Target target = new Target(joined, values);
        // Two targets at once are refused here, before anything is trained.
        target.whole(MULTIPLIERS);
        return target;
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,13}(\\.\\d{1,6})?") && Double.parseDouble(text) <= MOST;
    }

    private static InvalidSettingException refused(String text, String problem) {
        return new InvalidSettingException(
                "<target> in <explore>",
                text,
                problem,
                "Write fastest, or names of the POM with numbers, such as maxMultipliers=100 maxLut=20000.");
    }

    /** Whether the same is asked for at another clock: cycles are cycles, unless images per second are wanted. */
    public boolean dependsOnClock() {
        return values.containsKey(IMAGES_PER_SECOND);
    }

    /** The same as the planner takes it. */
    public HardwareRequest request(Part part, double clockPeriodNs) {
        OptionalLong multipliers = whole(MULTIPLIERS);
        return new HardwareRequest(
                part,
                clockPeriodNs,
                values.containsKey(IMAGES_PER_SECOND)
                        ? OptionalDouble.of(Double.parseDouble(values.get(IMAGES_PER_SECOND)))
                        : OptionalDouble.empty(),
                multipliers.isPresent()
                        ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, multipliers.getAsLong()))
                        : OptionalInt.empty(),
                whole(LATENCY),
                new Limits(whole(LUT), whole(DSP), whole(BRAM18)),
                Map.of(),
                Math.toIntExact(Math.min(Integer.MAX_VALUE, whole(PIXELS).orElse(1))));
    }

    private OptionalLong whole(String name) {
        String value = values.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.contains(".")) {
            throw refused(text, name + " must be a whole number: '" + value + "'");
        }
        return OptionalLong.of(Long.parseLong(value));
    }
}
