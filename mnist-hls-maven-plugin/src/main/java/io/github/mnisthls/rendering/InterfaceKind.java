/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.InvalidSettingException;

/** Ports of the top function. */
public enum InterfaceKind {
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

    /** As the POM spells it. */
    public String label() {
        return label;
    }

    /** Reads the POM's spelling. */
    public static InterfaceKind parse(String text) {
        for (InterfaceKind kind : values()) {
            if (kind.label.equals(text)) {
                return kind;
            }
        }
        throw new InvalidSettingException(
                "<interface> (-Dmnist-hls.interface)",
                text,
                "there is no such interface",
                "Choose axis, m_axi or array.");
    }
}
