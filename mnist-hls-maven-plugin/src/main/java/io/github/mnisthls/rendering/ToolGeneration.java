/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

/** The releases of the AMD tools, by the pragmas they understand. */
public enum ToolGeneration {
    /** Vivado HLS, up to 2020.1: {@code RESOURCE core=}, {@code DATA_PACK}. */
    VIVADO_HLS,
    /** Vitis HLS 2020.2: {@code BIND_STORAGE}, options without keys. */
    VITIS_BARE,
    /** Vitis HLS 2021.1 and later: {@code type=}, {@code mode=}. */
    VITIS_KEYED
}
