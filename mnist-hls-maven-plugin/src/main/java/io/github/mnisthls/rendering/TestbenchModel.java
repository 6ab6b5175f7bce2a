/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

/**
 * Everything that {@code testbench.cpp.vm} and {@code adapter.hpp.vm} may say.
 *
 * @param config    file name of the configuration
 * @param guard     macro that keeps a header from being read twice
 * @param namespace of the configuration
 * @param top       the function under test
 * @param channels  of an image
 * @param height    of an image
 * @param width     of an image
 * @param beatPixels pixels that come at the same time
 * @param isAxis    the ports are AXI4-Streams
 * @param isWideMemory the pixels come from a memory whose words have several of them
 * @param hasClassPort the class has a port of its own
 * @param namesStreams the declaration of a stream says its name as a string
 * @param golden    file name of the golden vectors
 * @param verdict   what it prints if nothing differs
 */
public record TestbenchModel(
        String config,
        String guard,
        String namespace,
        String top,
        int channels,
        int height,
        int width,
        int beatPixels,
        boolean isAxis,
        boolean isWideMemory,
        boolean hasClassPort,
        boolean namesStreams,
        String golden,
        String verdict) {
    public TestbenchModel {
        golden = CppText.string(golden);
        verdict = CppText.string(verdict);
    }

    /** Values of a row. */
    public int rowPixels() {
        return width * channels;
    }

    /** Values of an image. */
    public int pixels() {
        return height * rowPixels();
    }
}
