/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.settings.InvalidSettingException;

/**
 * What a part has, or a design takes.
 *
 * @param lut    six-input lookup tables
 * @param ff     flip-flops
 * @param dsp    DSP slices
 * @param bram18 memories of 18 kbit
 * @param uram   memories of 288 kbit
 */
public record Resources(long lut, long ff, long dsp, long bram18, long uram) {
    public static final Resources NONE = new Resources(0, 0, 0, 0, 0);

    /** More than any part has. */
    static final Resources UNLIMITED =
            new Resources(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    public Resources {
        if (lut < 0 || ff < 0 || dsp < 0 || bram18 < 0 || uram < 0) {
            throw new InvalidSettingException(
                    "resources",
                    "lut " + lut + ", ff " + ff + ", dsp " + dsp + ", bram18 " + bram18 + ", uram " + uram,
                    "a part has at least 0 of each",
                    "Correct the negative number.");
        }
    }

    public Resources plus(Resources other) {
        return new Resources(lut + other.lut, ff + other.ff, dsp + other.dsp, bram18 + other.bram18, uram + other.uram);
    }

    /** What of each there is more than of the other; nothing where there is less. */
    Resources beyond(Resources other) {
        return new Resources(
                Math.max(0, lut - other.lut),
                Math.max(0, ff - other.ff),
                Math.max(0, dsp - other.dsp),
                Math.max(0, bram18 - other.bram18),
                Math.max(0, uram - other.uram));
    }

    /** Those of each that the other has some of. */
    Resources where(Resources other) {
        return new Resources(
                other.lut > 0 ? lut : 0,
                other.ff > 0 ? ff : 0,
                other.dsp > 0 ? dsp : 0,
                other.bram18 > 0 ? bram18 : 0,
                other.uram > 0 ? uram : 0);
    }

    /** Whether a design that takes this fits into {@code available}. */
    public boolean fits(Resources available) {
        return lut <= available.lut
                && ff <= available.ff
                && dsp <= available.dsp
                && bram18 <= available.bram18
                && uram <= available.uram;
    }

    /** The smaller of each. */
    Resources lowest(Resources other) {
        return new Resources(
                Math.min(lut, other.lut),
                Math.min(ff, other.ff),
                Math.min(dsp, other.dsp),
                Math.min(bram18, other.bram18),
                Math.min(uram, other.uram));
    }

    /** This many hundredths of everything, rounded down. */
    public Resources percent(int percent) {
        return new Resources(
                lut * percent / 100,
                ff * percent / 100,
                dsp * percent / 100,
                bram18 * percent / 100,
                uram * percent / 100);
    }
}
