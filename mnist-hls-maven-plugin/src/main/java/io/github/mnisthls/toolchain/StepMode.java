/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Locale;

/** Whether a step of the AMD tools runs. */
public enum StepMode {
    /** If a tool is found; else one line says what was skipped and how to get it. */
    AUTO,
    /** A missing tool fails the build. */
    REQUIRED,
    /** Never. */
    SKIP;

    /**
     * Reads a setting.
     *
     * @param setting where it is set, for the message
     */
    public static StepMode parse(String setting, String value) {
        for (StepMode mode : values()) {
            if (mode.toString().equals(value)) {
                return mode;
            }
        }
        throw new InvalidSettingException(setting, value, "there is no such mode", "Choose auto, required or skip.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
