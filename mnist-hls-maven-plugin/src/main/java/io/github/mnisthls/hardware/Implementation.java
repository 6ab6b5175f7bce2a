/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.settings.Choice;
import java.util.Locale;

/** What a layer's products are made of. */
public enum Implementation implements Choice {
    /** Multipliers, each for many weights in turn. */
    DSP,
    /** The same, but two outputs share a slice: their weights lie side by side in it. */
    PACKED,
    /** The same as the first, but each multiplier of lookup tables. */
    LUT,
    /** Additions and shifts: constants in place of weights, all products of a vector in one cycle. */
    ADDERS;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
