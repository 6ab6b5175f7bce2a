/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import java.util.ArrayList;
import java.util.List;

/** What a program said, as far as memory is to hold it: more than lists of all tasks of a large cluster. */
final class SaidLines {
    static final long MOST_CHARACTERS = 16L << 20;

    private final List<String> lines = new ArrayList<>();
    private long characters;

    synchronized void add(String line) {
        // An empty line takes memory, too.
        characters += line.length() + 1L;
        if (characters <= MOST_CHARACTERS) {
            lines.add(line);
        }
    }

    synchronized List<String> toList() {
        return List.copyOf(lines);
    }
}
