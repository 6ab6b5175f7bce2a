/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is known of a point's design.
 *
 * @param accuracy        share of the test images that the quantized network recognizes, 0 to 1
 * @param intervalCycles  cycles between two images
 * @param latencyCycles   cycles of one image
 * @param imagesPerSecond at the point's clock
 * @param multipliers     products per cycle
 * @param lut             lookup tables
 * @param ff              flip-flops
 * @param dsp             DSP slices
 * @param bram18          memories of 18 kbit
 * @param uram            memories of 288 kbit
 */
public record Figures(
        @JsonProperty("accuracy") double accuracy,
        @JsonProperty("intervalCycles") long intervalCycles,
        @JsonProperty("latencyCycles") long latencyCycles,
        @JsonProperty("imagesPerSecond") double imagesPerSecond,
        @JsonProperty("multipliers") int multipliers,
        @JsonProperty("lut") long lut,
        @JsonProperty("ff") long ff,
        @JsonProperty("dsp") long dsp,
        @JsonProperty("bram18") long bram18,
        @JsonProperty("uram") long uram) {}
