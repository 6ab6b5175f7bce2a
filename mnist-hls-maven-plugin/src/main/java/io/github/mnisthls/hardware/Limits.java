/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.OptionalLong;

/**
 * How much of a part a plan may take, besides what the part has.
 *
 * @param lut    lookup tables
 * @param dsp    DSP slices
 * @param bram18 memories of 18 kbit
 */
public record Limits(OptionalLong lut, OptionalLong dsp, OptionalLong bram18) {
    public static final Limits NONE = new Limits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** What is left of these resources. */
    Resources within(Resources usable) {
        return new Resources(
                Math.min(usable.lut(), lut.orElse(Long.MAX_VALUE)),
                usable.ff(),
                Math.min(usable.dsp(), dsp.orElse(Long.MAX_VALUE)),
                Math.min(usable.bram18(), bram18.orElse(Long.MAX_VALUE)),
                usable.uram());
    }
}
