/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.util.ArrayDeque;
import java.util.List;

/** The newest lines of an output of any length. */
final class LastLines {
    private final int capacity;
    private final ArrayDeque<String> lines = new ArrayDeque<>();

    LastLines(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(String line) {
        if (lines.size() == capacity) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> toList() {
        return List.copyOf(lines);
    }
}
