/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

/** How a tool is told what to do. */
public enum Flow {
    /** A Tcl script: every generation takes it. */
    TCL,
    /** {@code hls_config.cfg} with {@code v++ -c --mode hls} and {@code vitis-run}. */
    CONFIG
}
