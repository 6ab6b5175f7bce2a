/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.dialect;

import java.util.Locale;

/** What the exported design is for. */
public enum FlowTarget {
    /** An IP for a Vivado block design. */
    VIVADO,
    /** A kernel for the Vitis linker. */
    VITIS;

    /** As the tools spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
