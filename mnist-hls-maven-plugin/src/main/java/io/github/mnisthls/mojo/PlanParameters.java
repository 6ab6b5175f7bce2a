/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Limits;
import io.github.mnisthls.hardware.Part;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Parameter;

/** What is asked of the planner. */
abstract class PlanParameters extends PrecisionParameters {
    /**
     * The FPGA, as the tools spell it, as an ordering code, or the name of a board such as {@code pynq-z2}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.PART, defaultValue = "xc7z020clg400-1")
    private String part;

    /**
     * The resources of the part, if this plugin does not know the part or only a share of it is free: {@code <lut>},
     * {@code <ff>}, {@code <dsp>}, {@code <bram18>}, {@code <uram>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private ResourceElements resources;

    /**
     * Clock period that synthesis aims for, in nanoseconds. Raise it if timing is not met.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CLOCK_PERIOD_NS, defaultValue = "10")
    private double clockPeriodNs;

    /**
     * Plan the cheapest design that computes at least this many images per second. Set at most one of the three
     * targets. Without a target, the fastest design that fits the part is planned.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TARGET_IMAGES_PER_SECOND)
    private Double targetImagesPerSecond;

    /**
     * Plan the fastest design with at most this many products per cycle.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MAX_MULTIPLIERS)
    private Integer maxMultipliers;

    /**
     * Plan the cheapest design whose latency for one image is at most this many cycles.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MAX_LATENCY_CYCLES)
    private Long maxLatencyCycles;

    /**
     * Plan with at most this many lookup tables.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MAX_LUT)
    private Long maxLut;

    /**
     * Plan with at most this many DSP slices; 0 is allowed. With this limit, {@code <maxLut>} or {@code <maxBram18>}, the
     * planner also considers layers with two products in a slice, with products by lookup tables, and with adders.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MAX_DSP)
    private Long maxDsp;

    /**
     * Plan with at most this many memories of 18 kbit.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MAX_BRAM18)
    private Long maxBram18;

    /**
     * Foldings that you choose instead of the planner, one {@code <folding>} for each layer, with the name of the
     * {@code <layer>}. {@code <pe>} is the number of outputs in parallel, {@code <simd>} that of inputs, both 1 by default.
     * {@code <implementation>} is {@code dsp} (multipliers, the default), {@code packed} (two products in a slice),
     * {@code lut} (products by lookup tables) or {@code adders} (additions and shifts, a vector per cycle). With adders,
     * leave out {@code <pe>} and {@code <simd>}; for a convolution, {@code <windows>} is then the number of neighboring
     * windows that are computed at a time.
     *
     * @since 1.0.0
     */
    @Parameter
    private List<FoldingElement> foldings;

    /**
     * Pixels that come in at the same time, 1 to 64: bytes of a beat of the AXI4-Stream, of a word of the memory, or
     * neighbors in the array. Layers of adders can then compute several windows at the same time.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.PIXELS_PER_BEAT, defaultValue = "1")
    private int pixelsPerBeat;

    final HardwareRequest hardwareRequest() {
        Map<String, Folding> byLayer = new LinkedHashMap<>();
        if (foldings != null) {
            foldings.forEach(element -> byLayer.put(element.layer(), element.folding()));
        }
        PartSetting setting = new PartSetting(part, resources);
        HardwareRequest request = new HardwareRequest(
                setting.part(),
                clockPeriodNs,
                targetImagesPerSecond == null ? OptionalDouble.empty() : OptionalDouble.of(targetImagesPerSecond),
                maxMultipliers == null ? OptionalInt.empty() : OptionalInt.of(maxMultipliers),
                maxLatencyCycles == null ? OptionalLong.empty() : OptionalLong.of(maxLatencyCycles),
                new Limits(
                        limit(Settings.MAX_LUT, maxLut),
                        limit(Settings.MAX_DSP, maxDsp),
                        limit(Settings.MAX_BRAM18, maxBram18)),
                byLayer,
                pixelsPerBeat);
        setting.tell(request, getLog(), this::isNews);
        return request;
    }

    final String partName() {
        return part;
    }

    final double clockPeriodNs() {
        return clockPeriodNs;
    }

    /** A part that the POM names, with the POM's resources if it is its own. */
    final Part partNamed(String name) {
        return new PartSetting(name, name.equals(part) ? resources : null).part();
    }

    /** Target and limits as one text, by the names of their elements. */
    final String targetText() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("targetImagesPerSecond", targetImagesPerSecond);
        given.put("maxMultipliers", maxMultipliers);
        given.put("maxLatencyCycles", maxLatencyCycles);
        given.put("maxLut", maxLut);
        given.put("maxDsp", maxDsp);
        given.put("maxBram18", maxBram18);
        given.put("pixelsPerBeat", pixelsPerBeat == 1 ? null : pixelsPerBeat);
        String text = given.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "fastest" : text;
    }

    private static OptionalLong limit(Setting setting, Long most) {
        if (most != null && most < 0) {
            throw new InvalidSettingException(setting, most, "a limit is not negative", "Give 0 or more.");
        }
        return most == null ? OptionalLong.empty() : OptionalLong.of(most);
    }
}
