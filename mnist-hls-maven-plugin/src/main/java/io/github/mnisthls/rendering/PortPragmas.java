/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.ArrayList;
import java.util.List;

/** The pragmas of the top function's ports. */
final class PortPragmas {
    private final RenderRequest request;

    PortPragmas(RenderRequest request) {
        this.request = request;
    }

    /** Pragmas of the ports, then these of the memories, then the one that makes the calls below run side by side. */
    List<String> lines(List<String> memoryPragmas) {
        List<String> lines = new ArrayList<>();
        switch (request.interfaceKind()) {
            case AXIS -> {
                lines.add(port("axis", "pixels_in", ""));
                lines.add(port("axis", "logits_out", ""));
            }
            case M_AXI -> {
                int pixels = request.network().input().shape().size();
                int classes = request.network().classes();
                lines.add(port("m_axi", "pixels_in", " offset=slave bundle=pixels depth=" + pixels));
                lines.add(port("m_axi", "logits_out", " offset=slave bundle=logits depth=" + classes));
                lines.add(port("s_axilite", "pixels_in", ""));
                lines.add(port("s_axilite", "logits_out", ""));
                lines.add(port("s_axilite", "class_out", ""));
            }
            case ARRAY -> {
                lines.add(port("ap_memory", "pixels_in", ""));
                lines.add(port("ap_memory", "logits_out", ""));
            }
        }
        lines.add(port(request.control().label(), "return", ""));
        lines.addAll(memoryPragmas);
        lines.add("DATAFLOW");
        return lines;
    }

    private String port(String mode, String port, String options) {
        boolean isKeyed = request.scripts().generation() == ToolGeneration.VITIS_KEYED;
        return "INTERFACE " + (isKeyed ? "mode=" : "") + mode + " port=" + port + options;
    }
}
