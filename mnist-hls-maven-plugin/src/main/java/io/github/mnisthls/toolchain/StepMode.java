/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import io.github.mnisthls.settings.Choice;
import java.util.Locale;

/** Whether a step of an HLS tool runs. */
public enum StepMode implements Choice {
    /** If a tool is found; else one line says what was skipped and how to get it. */
    AUTO,
    /** A missing tool fails the build. */
    REQUIRED,
    /** Never. */
    SKIP;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
