/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import java.io.IOException;
import java.util.List;

/** Runs the programs of Slurm. */
public interface CommandLine {
    /**
     * What a program said.
     *
     * @param exitCode 127 if there is no such program
     * @param lines    of its output
     */
    record Answer(int exitCode, List<String> lines) {
        public Answer {
            lines = List.copyOf(lines);
        }

        boolean succeeded() {
            return exitCode == 0;
        }

        String text() {
            return String.join(" ", lines).strip();
        }
    }

    /** Runs a program to its end. */
    Answer run(List<String> words) throws IOException;

    /** The same while this JVM ends, when time is short. */
    void runLast(List<String> words);
}
