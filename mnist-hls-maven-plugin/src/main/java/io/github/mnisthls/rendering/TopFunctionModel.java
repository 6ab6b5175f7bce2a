/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.network.Shape;

/**
 * Everything that {@code signature.cpp.vm} may say.
 *
 * @param name      of the function
 * @param namespace of the configuration
 * @param isAxis    the ports are AXI4-Streams
 * @param isMemory  the ports are AXI4 masters; if neither, they are plain arrays
 * @param rows      of an image
 * @param rowPixels pixels of a row, of all channels
 * @param beatBits  of the pixels that come at the same time
 * @param classes   that the network tells apart
 */
public record TopFunctionModel(
        String name,
        String namespace,
        boolean isAxis,
        boolean isMemory,
        int rows,
        int rowPixels,
        int beatBits,
        int classes) {
    private static final int BITS_PER_BYTE = 8;

    static TopFunctionModel of(RenderRequest request) {
        Shape shape = request.network().input().shape();
        return new TopFunctionModel(
                request.names().top(),
                request.names().namespace(),
                request.interfaceKind() == InterfaceKind.AXIS,
                request.interfaceKind() == InterfaceKind.M_AXI,
                shape.height(),
                shape.width() * shape.channels(),
                BITS_PER_BYTE * request.plan().pixelsPerBeat(),
                request.network().classes());
    }

    /** The declaration as its template spells it, without brace or semicolon. */
    String declaration(TemplateEngine engine) {
        return engine.render("signature.cpp.vm", "function", this).strip();
    }
}
