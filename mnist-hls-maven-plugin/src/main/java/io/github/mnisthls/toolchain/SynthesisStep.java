/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.util.Locale;

/** What HLS tools are asked to do, in this order. */
public enum SynthesisStep {
    /** C simulation by the tool's own compiler and libraries. */
    CSIM("C simulation"),
    /** C++ to RTL. */
    CSYNTH("C synthesis"),
    /** The testbench against the RTL; needs {@link #CSYNTH}. */
    COSIM("C/RTL co-simulation"),
    /** An artifact for the tools after HLS; needs {@link #CSYNTH}. */
    EXPORT("Export");

    private final String title;

    SynthesisStep(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** Where it is set whether the step runs. */
    public Setting modeSetting() {
        return switch (this) {
            case CSIM -> Settings.CSIM;
            case CSYNTH -> Settings.CSYNTH;
            case COSIM -> Settings.COSIM;
            case EXPORT -> Settings.EXPORT;
        };
    }

    /** As the goal, the script's variable and the log's folder are called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
