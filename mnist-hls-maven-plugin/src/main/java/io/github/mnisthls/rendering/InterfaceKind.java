/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.Choice;

/** Ports of the top function. */
public enum InterfaceKind implements Choice {
    /** AXI4-Stream: 8-bit pixels in; logits, then the class, out. */
    AXIS("axis"),
    /** AXI4 masters that read the pixels from memory and write the logits to it. */
    M_AXI("m_axi"),
    /** Memories beside the design, as plain C arrays. */
    ARRAY("array");

    private final String label;

    InterfaceKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
