/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.dialect;

/** The releases of the AMD tools, by the pragmas and the C++ they understand; in the order of their appearance. */
public enum ToolGeneration {
    /** Vivado HLS, up to 2020.1: {@code RESOURCE core=}, {@code DATA_PACK}; C++11. */
    VIVADO_HLS("Vivado HLS (up to 2020.1)", "c++0x"),
    /** Vitis HLS 2020.2: {@code BIND_STORAGE}, options without keys. */
    VITIS_BARE("Vitis HLS 2020.2", "c++14"),
    /** Vitis HLS 2021.1 and later: {@code type=}, {@code mode=}. */
    VITIS_KEYED("Vitis HLS 2021.1 and later", "c++14");

    private final String title;
    private final String standard;

    ToolGeneration(String title, String standard) {
        this.title = title;
        this.standard = standard;
    }

    /** For messages. */
    public String title() {
        return title;
    }

    /** The value of {@code -std=} for the compilers that these releases bring along. */
    String standard() {
        return standard;
    }
}
