/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

/** The three generations of the command line. */
public enum ToolKind {
    /** Up to 2020.1. */
    VIVADO_HLS("vivado_hls"),
    /** 2020.2 to 2024.2. */
    VITIS_HLS("vitis_hls"),
    /** From 2023.2, the only one from 2025.1: {@code vitis-run}, and {@code v++} for synthesis from a configuration file. */
    VITIS_UNIFIED("vitis-run");

    private final String program;

    ToolKind(String program) {
        this.program = program;
    }

    /** The name of the executable. */
    public String program() {
        return program;
    }

    /** The release to assume where a tool does not tell its version: the one with the fewest abilities. */
    ToolVersion assumedVersion() {
        return switch (this) {
            case VIVADO_HLS -> ToolVersion.LAST_VIVADO_HLS;
            case VITIS_HLS -> ToolVersion.FIRST_VITIS_HLS;
            case VITIS_UNIFIED -> ToolVersion.FIRST_UNIFIED_ONLY;
        };
    }
}
