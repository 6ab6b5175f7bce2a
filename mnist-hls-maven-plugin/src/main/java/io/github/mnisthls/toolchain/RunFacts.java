/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What was run.
 *
 * @param step     the step
 * @param program  the tool's name, as its program is called
 * @param version  the tool's version as it printed it itself, or else as it was found
 * @param duration wall time
 * @param log      everything it printed
 * @param rerun    a script that repeats the run by hand
 */
public record RunFacts(SynthesisStep step, String program, String version, Duration duration, Path log, Path rerun) {
    /** Tool and version, for headings. */
    public String toolName() {
        return program + " " + version;
    }
}
