/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.dialect;

import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.InterfaceKind;
import java.util.ArrayList;
import java.util.List;

/** The pragmas of the top function's ports. */
final class PortPragmas {
    private final ToolGeneration generation;

    PortPragmas(ToolGeneration generation) {
        this.generation = generation;
    }

    List<String> lines(InterfaceKind kind, ControlProtocol control, int pixels, int perBeat, int classes) {
        List<String> lines = new ArrayList<>();
        switch (kind) {
            case AXIS -> {
                lines.add(port("axis", "pixels_in", ""));
                lines.add(port("axis", "logits_out", ""));
            }
            case M_AXI -> {
                lines.add(port(
                        "m_axi", "pixels_in", " offset=slave bundle=pixels depth=" + (pixels + perBeat - 1) / perBeat));
                lines.add(port("m_axi", "logits_out", " offset=slave bundle=logits depth=" + classes));
                lines.add(port("s_axilite", "pixels_in", ""));
                lines.add(port("s_axilite", "logits_out", ""));
                lines.add(port("s_axilite", "class_out", ""));
            }
            case ARRAY -> {
                lines.add(port("ap_memory", "pixels_in", ""));
                lines.add(port("ap_memory", "logits_out", ""));
                if (perBeat > 1) {
                    // Neighbors become one word of the memory.
                    lines.add("ARRAY_RESHAPE variable=pixels_in cyclic factor=" + perBeat + " dim=2");
                }
            }
        }
        lines.add(port(control.label(), "return", ""));
        return lines;
    }

    private String port(String mode, String port, String options) {
        String key = generation == ToolGeneration.VITIS_KEYED ? "mode=" : "";
        return "INTERFACE " + key + mode + " port=" + port + options;
    }
}
