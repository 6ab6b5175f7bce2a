/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;

/**
 * Everything that {@code top.cpp.vm} may say.
 *
 * @param includes   of the kernels
 * @param config     file name of the configuration
 * @param weights    file name of the weights
 * @param adders     file name of the adder graphs; empty where the design has none
 * @param namespace  of configuration and weights
 * @param signature  of the function, without brace
 * @param pragmas    of ports and memories, without {@code #pragma HLS}
 * @param streams    between the processes
 * @param calls      of the processes, in order
 */
public record TopModel(
        List<String> includes,
        String config,
        String weights,
        String adders,
        String namespace,
        String signature,
        List<String> pragmas,
        List<Channel> streams,
        List<String> calls) {
    /**
     * A FIFO.
     *
     * @param type   C++ type of a word
     * @param name   C++ name
     * @param named  its declaration says its name as a string, for the tool's messages
     * @param pragmas its own, without {@code #pragma HLS}
     */
    public record Channel(String type, String name, boolean named, List<String> pragmas) {}
}
