/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.settings.Choice;

/** Something of which more, or less, is better. */
public enum Objective implements Choice {
    ACCURACY("accuracy", true),
    IMAGES_PER_SECOND("imagesPerSecond", true),
    INTERVAL("intervalCycles", false),
    LATENCY("latencyCycles", false),
    MULTIPLIERS("multipliers", false),
    LUT("lut", false),
    FF("ff", false),
    DSP("dsp", false),
    BRAM18("bram18", false),
    URAM("uram", false);

    private final String label;
    private final boolean more;

    Objective(String label, boolean more) {
        this.label = label;
        this.more = more;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether more is better. */
    public boolean isMoreBetter() {
        return more;
    }

    /** The figure as it is told. */
    public double of(Figures figures) {
        return switch (this) {
            case ACCURACY -> figures.accuracy();
            case IMAGES_PER_SECOND -> figures.imagesPerSecond();
            case INTERVAL -> figures.intervalCycles();
            case LATENCY -> figures.latencyCycles();
            case MULTIPLIERS -> figures.multipliers();
            case LUT -> figures.lut();
            case FF -> figures.ff();
            case DSP -> figures.dsp();
            case BRAM18 -> figures.bram18();
            case URAM -> figures.uram();
        };
    }

    /** A number of which less is better. */
    public double cost(Figures figures) {
        return more ? -of(figures) : of(figures);
    }
}
