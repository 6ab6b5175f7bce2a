/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import java.util.Locale;
import java.util.stream.Stream;

/** The steps in their order, each with the folder below the work folder that it owns. */
public enum StepName {
    TRAIN("model"),
    QUANTIZE("weights"),
    PLAN("plan"),
    GENERATE("hls"),
    CSIM("csim"),
    CSIM_VENDOR("synthesis/results/csim"),
    CSYNTH("synthesis/results/csynth"),
    COSIM("synthesis/results/cosim"),
    EXPORT("synthesis/results/export"),
    PACKAGE("package"),
    CHECK("check"),
    REPORT("report/page");

    private final String folder;

    StepName(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    /** The step that is called so. */
    static StepName of(String text) {
        return Stream.of(values())
                .filter(step -> step.toString().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** As the goal is called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
