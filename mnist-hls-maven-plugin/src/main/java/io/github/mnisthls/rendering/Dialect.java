/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.hardware.WeightStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an HLS tool wants to read beyond C++14. Pragmas are given without {@code #pragma HLS}. */
public interface Dialect {
    /** What tells this dialect's text from another's, by name: a change of it makes the project anew. */
    Map<String, String> identity();

    /**
     * Pragmas of the top function's ports and of its control.
     *
     * @param pixels  values of an image
     * @param perBeat of them that come at the same time
     * @param classes logits of an answer
     */
    List<String> ports(InterfaceKind kind, ControlProtocol control, int pixels, int perBeat, int classes);

    /** The pragma that puts a table of weights into its memory; empty where the tool chooses well by itself. */
    Optional<String> weights(String table, WeightStorage storage);

    /** The pragma that gives a table of constants a port for each that reads it in the same cycle. */
    String manyPorts(String table);

    /** The pragma that makes the calls of the top function run side by side. */
    String sideBySide();

    /** Pragmas of a FIFO. */
    List<String> stream(String name, int depth);

    /** Whether the declaration of a stream may carry its name as a string. */
    boolean namesStreams();

    /** The C++ type of an AXI4-Stream beat with so many bits of data. */
    String beat(int bits);

    /** Files of the project that are the tool's own; the template of each has its name and {@code .vm}. */
    List<String> scripts();

    /** Everything that the templates of the scripts may say: all that {@code script} says, and what is the tool's own. */
    Record scriptModel(ScriptModel script);
}
