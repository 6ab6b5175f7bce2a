/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

/** Sees the filtered output of a running tool: a handful of lines, not its thousands. */
public interface SynthesisListener {
    /** Ignores everything. */
    SynthesisListener NONE = new SynthesisListener() {
        @Override
        public void progress(String line) {}

        @Override
        public void warning(String line) {}

        @Override
        public void error(String line) {}
    };

    /** A new stage, or a sign of life: at least one line every 30 seconds, with the time elapsed. */
    void progress(String line);

    /** A warning of the tool; only the first ones are passed on. */
    void warning(String line);

    /** An error of the tool; only the first ones are passed on. */
    void error(String line);
}
