/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import java.util.Locale;

/** The steps in their order, each with the folder below the work folder that it owns. */
public enum StepName {
    TRAIN("model"),
    QUANTIZE("weights"),
    GENERATE("hls"),
    CSIM("csim"),
    CSYNTH("synthesis/csynth"),
    COSIM("synthesis/cosim"),
    EXPORT("synthesis/export"),
    PACKAGE("package"),
    REPORT("report");

    private final String folder;

    StepName(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    /** As the goal is called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
